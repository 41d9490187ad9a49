package io.tact.consent.consents;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tact.consent.answer.Answers;
import io.tact.consent.answer.AskAgain;
import io.tact.consent.answer.Retention;
import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What holds for a caller, as it is sent. */
@Schema(
        name = "Consent",
        requiredProperties = {"answers", "unanswered", "mayAsk"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentBody(
        @Schema(
                        description =
                                "By purpose, over all identities of the request: granted only if all grant.")
                Map<String, Standing> answers,
        @Schema(
                        description =
                                "Purposes that were never answered, or not so that it still counts. Protected categories are not among them: nobody is asked for those in passing.")
                List<String> unanswered,
        @Schema(
                        description =
                                "Purposes that may be asked for now: the unanswered, and those that were refused long ago (askAgainFrom).")
                List<String> mayAsk,
        @Schema(
                        nullable = true,
                        description =
                                "The signal that came with this request and was obeyed: marketing is refused, and not asked for.")
                @Nullable Signal signal,
        @Schema(
                        nullable = true,
                        description =
                                "True for whoever is, by the account's token, too young to allow anything: all is refused, and nothing may be asked.")
                @Nullable Boolean tooYoung) {

    @Schema(name = "StandingAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            @Schema(enumeration = {"granted", "refused", "withdrawn", "objected", "lapsed"})
                    String answer,
            Instant at,
            @Schema(nullable = true, description = "Until when a grant counts.")
                    @Nullable Instant until,
            @Schema(nullable = true, description = "Nobody may ask for it before; missing: never.")
                    @Nullable Instant askAgainFrom) {}

    @Schema(name = "PrivacySignal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signal(
            @Schema(description = "Global Privacy Control.") boolean gpc,
            @Schema(
                            nullable = true,
                            description =
                                    "When marketing had been granted before this signal took it back.")
                    @Nullable Instant overruledGrant) {}

    /**
     * @param asked all that this installation asks for, in its order
     */
    static ConsentBody of(
            Seen seen, List<Purpose> asked, AskAgain askAgain, Retention retention, Instant now) {
        boolean signal = seen.privacySignal();
        Answers standing = seen.consent().answers();
        var answers = new TreeMap<String, Standing>();
        standing.byPurpose()
                .forEach(
                        (purpose, answer) -> {
                            if (!isDenied(purpose, signal) || !answer.answer().isGrant()) {
                                answers.put(
                                        purpose.name(),
                                        new Standing(
                                                answer.answer().word(),
                                                answer.at(),
                                                retention.until(purpose, answer).orElse(null),
                                                askAgain.from(answer).orElse(null)));
                            }
                        });
        List<Purpose> optional =
                seen.tooYoung()
                        ? List.of()
                        : asked.stream()
                                .filter(Purpose::isOptional)
                                .filter(purpose -> !isDenied(purpose, signal))
                                .toList();
        return new ConsentBody(
                answers,
                names(
                        optional,
                        purpose -> !purpose.isSensitive() && standing.isUnanswered(purpose)),
                names(optional, purpose -> askAgain.mayAsk(standing, purpose, now)),
                signal ? new Signal(true, seen.overruledGrant().orElse(null)) : null,
                seen.tooYoung() ? true : null);
    }

    private static List<String> names(List<Purpose> purposes, Predicate<Purpose> those) {
        return purposes.stream().filter(those).map(Purpose::name).toList();
    }

    private static boolean isDenied(Purpose purpose, boolean privacySignal) {
        return privacySignal && purpose.equals(Purpose.MARKETING);
    }
}
