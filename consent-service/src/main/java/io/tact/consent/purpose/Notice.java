package io.tact.consent.purpose;

import java.util.Optional;

/**
 * Names the text that was shown to a person.
 *
 * @param id of the text, the same in all its versions and languages
 * @param version as its author counts
 * @param language a BCP 47 tag such as {@code en} or {@code de-AT}
 * @param sha256 of the text, where we keep it; hexadecimal
 */
public record Notice(String id, String version, String language, Optional<String> sha256) {
    public Notice(String id, String version, String language) {
        this(id, version, language, Optional.empty());
    }

    public Notice {
        if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("notice.id has 1 to 64 letters, digits, . _ or -");
        }
        if (!version.matches("[A-Za-z0-9._-]{1,32}")) {
            throw new IllegalArgumentException(
                    "notice.version has 1 to 32 letters, digits, . _ or -");
        }
        if (!language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")) {
            throw new IllegalArgumentException("notice.language is a tag such as en or de-AT");
        }
    }

    public Notice withText(String hash) {
        return new Notice(id, version, language, Optional.of(hash));
    }
}
