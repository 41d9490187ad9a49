package io.tact.profile.trait;

import java.util.Locale;
import java.util.Set;

/**
 * Which traits name the person or say how to reach them. They stay here: no other service needs to
 * know whom it serves.
 */
public final class PersonalNames {
    /** After Segment's reserved traits, without case and separators. */
    private static final Set<String> PERSONAL =
            Set.of(
                    "address",
                    "age",
                    "avatar",
                    "birthdate",
                    "birthday",
                    "city",
                    "dateofbirth",
                    "email",
                    "emailaddress",
                    "firstname",
                    "fullname",
                    "gender",
                    "id",
                    "ip",
                    "lastname",
                    "mobile",
                    "name",
                    "phone",
                    "phonenumber",
                    "postalcode",
                    "street",
                    "surname",
                    "telephone",
                    "title",
                    "userid",
                    "username",
                    "zip");

    private PersonalNames() {}

    public static boolean contains(String trait) {
        return PERSONAL.contains(trait.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}
