package io.tact.consent.notice;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.DataSource;
import io.tact.consent.purpose.PurposeText;
import io.tact.consent.purpose.PurposeTexts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A notice in one language, as it is kept, hashed and returned. */
@Schema(name = "NoticeText")
@JsonPropertyOrder({"id", "version", "language", "purposes"})
public record NoticeTextBody(String id, String version, String language, List<Asked> purposes) {
    private static final JsonMapper JSON = new JsonMapper();

    @Schema(name = "NoticePurpose")
    @JsonPropertyOrder({"purpose", "sources", "title", "whatWeDo", "whatYouGet", "ifYouSayNo"})
    public record Asked(
            String purpose,
            List<String> sources,
            String title,
            String whatWeDo,
            String whatYouGet,
            String ifYouSayNo) {
        static Asked of(PurposeText text) {
            return new Asked(
                    text.purpose().name(),
                    text.sources().stream().map(DataSource::word).toList(),
                    text.title(),
                    text.whatWeDo(),
                    text.whatYouGet(),
                    text.ifYouSayNo());
        }

        private PurposeText text() {
            return new PurposeText(
                    new Purpose(purpose),
                    sources.stream()
                            .map(word -> DataSource.of(word).orElseThrow())
                            .collect(Collectors.toSet()),
                    title,
                    whatWeDo,
                    whatYouGet,
                    ifYouSayNo);
        }
    }

    public static NoticeTextBody read(String text) {
        try {
            return JSON.readValue(text, NoticeTextBody.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("A kept notice cannot be read", notOurs);
        }
    }

    /** What it says about a purpose; empty if it does not ask for it. */
    public Optional<PurposeText> about(Purpose purpose) {
        return purposes.stream()
                .filter(asked -> asked.purpose.equals(purpose.name()))
                .map(Asked::text)
                .findFirst();
    }

    /** Of a notice that asks for one thing. */
    PurposeText only() {
        return purposes.get(0).text();
    }

    static NoticeText written(PurposeTexts texts) {
        var notice = texts.notice();
        var body =
                new NoticeTextBody(
                        notice.id(),
                        notice.version(),
                        notice.language(),
                        texts.purposes().stream().map(Asked::of).toList());
        try {
            return new NoticeText(
                    notice.language(),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
