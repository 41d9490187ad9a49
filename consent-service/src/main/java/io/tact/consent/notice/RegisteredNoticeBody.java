package io.tact.consent.notice;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the registry says of a version. */
@Schema(name = "RegisteredNotice")
record RegisteredNoticeBody(
        String id,
        String version,
        List<String> purposes,
        @Schema(
                        description =
                                "For these it asks for more than before: who said yes before inForceFrom is asked anew.")
                List<String> wider,
        @Schema(format = "date-time", description = "From when a yes to it counts.")
                Instant inForceFrom,
        @Schema(description = "By language, the SHA-256 of the text in hexadecimal digits.")
                Map<String, String> sha256) {

    static RegisteredNoticeBody of(RegisteredNotice notice) {
        var hashes = new TreeMap<String, String>();
        notice.sha256().forEach((language, hash) -> hashes.put(language.tag(), hash));
        return new RegisteredNoticeBody(
                notice.id(),
                notice.version(),
                notice.sources().keySet().stream().map(Purpose::name).sorted().toList(),
                notice.wider().stream().map(Purpose::name).sorted().toList(),
                notice.inForceFrom(),
                hashes);
    }
}
