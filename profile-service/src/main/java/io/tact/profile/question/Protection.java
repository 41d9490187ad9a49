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

    /** The only purpose for which a question of such words may be asked; empty if any will do. */
    Optional<Purpose> demanded(String text) {
        return categories.ofCategory(text).map(ProtectedCategory::purpose);
    }

    /**
     * The only purpose for which this answer may be kept; empty if any will do. Judged as it is
     * when it is read, so that nothing is kept that would then serve nobody.
     *
     * @param value JSON
     */
    public Optional<Purpose> demanded(Question question, String value) {
        return categories.purposeOfTrait(question.name(), value);
    }
}
