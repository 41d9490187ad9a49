package io.tact.consent.consents;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tact.consent.answer.StandingAnswer;
import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What holds for a caller, as it is sent. */
@Schema(
        name = "Consent",
        requiredProperties = {"answers", "unanswered"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentBody(
        @Schema(
                        description =
                                "By purpose, over all identities of the request: granted only if all grant.")
                Map<String, Standing> answers,
        @Schema(description = "Purposes that are still to be asked for.") List<String> unanswered,
        @Schema(
                        nullable = true,
                        description =
                                "The signal that came with this request and was obeyed: marketing is refused, and not asked for.")
                @Nullable Signal signal) {

    @Schema(name = "StandingAnswer")
    record Standing(
            @Schema(enumeration = {"granted", "refused", "withdrawn", "objected", "lapsed"})
                    String answer,
            Instant at) {
        static Standing of(StandingAnswer standing) {
            return new Standing(standing.answer().word(), standing.at());
        }
    }

    @Schema(name = "PrivacySignal")
    record Signal(@Schema(description = "Global Privacy Control.") boolean gpc) {}

    /**
     * @param asked all that this installation asks for, in its order
     */
    static ConsentBody of(Consent consent, List<Purpose> asked, boolean privacySignal) {
        var answers = new TreeMap<String, Standing>();
        consent.answers()
                .byPurpose()
                .forEach(
                        (purpose, standing) -> {
                            if (!isDenied(purpose, privacySignal) || !standing.answer().isGrant()) {
                                answers.put(purpose.name(), Standing.of(standing));
                            }
                        });
        List<String> unanswered =
                asked.stream()
                        .filter(Purpose::isOptional)
                        .filter(purpose -> !isDenied(purpose, privacySignal))
                        .filter(purpose -> consent.answers().isUnanswered(purpose))
                        .map(Purpose::name)
                        .toList();
        return new ConsentBody(answers, unanswered, privacySignal ? new Signal(true) : null);
    }

    private static boolean isDenied(Purpose purpose, boolean privacySignal) {
        return privacySignal && purpose.equals(Purpose.MARKETING);
    }
}
