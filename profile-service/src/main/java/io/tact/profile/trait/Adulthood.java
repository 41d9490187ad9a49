package io.tact.profile.trait;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether somebody is known to be grown up. That is never inferred: it is told by themselves or
 * declared by the shop's records. Who may be a minor by anybody's word is one.
 */
public enum Adulthood {
    ADULT,
    MINOR,
    UNKNOWN;

    private static final int ADULT_FROM = 18;
    private static final Set<String> AGES = Set.of("age");
    private static final Set<String> BIRTHDAYS =
            Set.of("birthday", "birthdate", "dateofbirth", "dob", "born");
    private static final Set<String> FLAGS = Set.of("adult", "isadult", "over18", "ofage");

    /**
     * @param all that is known, whatever it may be used for: it only ever holds back
     * @param usable for what is asked
     */
    public static Adulthood of(
            Collection<KnownTrait> all, Collection<KnownTrait> usable, LocalDate today) {
        if (all.stream().anyMatch(trait -> of(trait, today) == MINOR)) {
            return MINOR;
        }
        return usable.stream()
                        .filter(
                                trait ->
                                        trait.valueClass() == ValueClass.TOLD
                                                || trait.valueClass() == ValueClass.DECLARED)
                        .anyMatch(trait -> of(trait, today) == ADULT)
                ? ADULT
                : UNKNOWN;
    }

    /** Whether a trait of this name would say how old somebody is. */
    public static boolean isSaidBy(String name) {
        String plain = plain(name);
        List<String> words = List.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
        return Stream.of(AGES, BIRTHDAYS, FLAGS).anyMatch(names -> names.contains(plain))
                || words.contains("age")
                || words.contains("minor")
                || words.contains("teenager");
    }

    private static Adulthood of(KnownTrait trait, LocalDate today) {
        String name = plain(trait.name());
        String value = trait.value().replace("\"", "").strip();
        if (AGES.contains(name)) {
            return ofAge(value);
        }
        if (BIRTHDAYS.contains(name)) {
            return ofBirthday(value, today);
        }
        if (FLAGS.contains(name)) {
            return value.equals("true") ? ADULT : value.equals("false") ? MINOR : UNKNOWN;
        }
        return UNKNOWN;
    }

    private static Adulthood ofAge(String value) {
        try {
            double age = Double.parseDouble(value);
            return age >= ADULT_FROM && age < 130
                    ? ADULT
                    : age >= 0 && age < ADULT_FROM ? MINOR : UNKNOWN;
        } catch (NumberFormatException noNumber) {
            return UNKNOWN;
        }
    }

    /** ISO 8601, perhaps with a time. */
    private static Adulthood ofBirthday(String value, LocalDate today) {
        try {
            LocalDate born = LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value);
            if (born.isAfter(today)) {
                return UNKNOWN;
            }
            return born.plusYears(ADULT_FROM).isAfter(today) ? MINOR : ADULT;
        } catch (DateTimeException unreadable) {
            return UNKNOWN;
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
