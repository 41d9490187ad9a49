package io.tact.profile.question;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text in each language in which a shop asks. */
@Schema(name = "Wording")
public record Wording(String en, String de) {
    private static final int LONGEST = 500;

    public Wording {
        if (!isText(en) || !isText(de)) {
            throw new IllegalArgumentException(
                    "A text has 1 to %d characters in en and in de: %s / %s"
                            .formatted(LONGEST, en, de));
        }
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST;
    }
}
