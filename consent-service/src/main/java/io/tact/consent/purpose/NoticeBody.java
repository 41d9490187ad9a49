package io.tact.consent.purpose;

import io.tact.consent.client.web.Problems;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A notice as it is sent, both ways. */
@Schema(
        name = "Notice",
        requiredProperties = {"id", "version", "language"})
public record NoticeBody(@Nullable String id, @Nullable String version, @Nullable String language) {

    public static NoticeBody of(Notice notice) {
        return new NoticeBody(notice.id(), notice.version(), notice.language());
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it names no notice
     */
    public Notice notice() {
        if (id == null || version == null || language == null) {
            throw Problems.bodyMalformed("A notice has id, version and language.");
        }
        try {
            return new Notice(id, version, language);
        } catch (IllegalArgumentException notANotice) {
            throw Problems.bodyMalformed(String.valueOf(notANotice.getMessage()));
        }
    }
}
