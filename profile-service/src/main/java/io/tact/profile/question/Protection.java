package io.tact.profile.question;

import io.tact.consent.client.Purpose;
import io.tact.profile.protection.ProtectedCategories;
import io.tact.profile.protection.ProtectedCategory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where questions and answers meet the list of protected categories: here, and nowhere else. */
@ApplicationScoped
public class Protection {
    private final ProtectedCategories categories = ProtectedCategories.shipped();

    /** The only purpose for which something that says this may be kept; empty if any will do. */
    public Optional<Purpose> demanded(String text) {
        return categories.ofCategory(text).map(ProtectedCategory::purpose);
    }
}
