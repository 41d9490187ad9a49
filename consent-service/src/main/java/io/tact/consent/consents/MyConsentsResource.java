package io.tact.consent.consents;

import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.AskAgain;
import io.tact.consent.answer.Retention;
import io.tact.consent.answer.RetentionConfig;
import io.tact.consent.answer.Statement;
import io.tact.consent.answer.StatementPolicy;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.web.Problems;
import io.tact.consent.notice.AskedPurposes;
import io.tact.consent.notice.CurrentNotices;
import io.tact.consent.notice.KnownNotices;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.PurposeTexts;
import io.tact.consent.speaker.CurrentSpeaker;
import io.tact.consent.speaker.Speaker;
import io.tact.consent.speaker.Speaker.Part;
import io.tact.consent.web.ConsentApi;
import io.tact.consent.web.Rate;
import io.tact.consent.web.RateConfig;
import io.tact.consent.web.TooManyRequests;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/v1/me/consents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My consents")
@SecurityRequirement(name = ConsentApi.CUSTOMER)
@SecurityRequirement(name = ConsentApi.VISITOR)
class MyConsentsResource {
    private static final String SEQ =
            "<identity-key>=<version> of each identity: show it to any service, and it answers with this state or newer, or refuses.";

    private final RecordConsent recordConsent;
    private final ReadConsent readConsent;
    private final CurrentCaller current;
    private final RequestId requestId;
    private final CurrentNotices notices;
    private final CurrentSpeaker speaker;
    private final InstantSource clock = InstantSource.system();
    private final AskAgain askAgain;
    private final Retention retention;
    private final Rate<IdentityKey> rate;
    private final AskedPurposes asked;
    private final StatementPolicy policy =
            StatementPolicy.withSensitive(PurposeTexts.in(Language.EN).names());

    MyConsentsResource(
            RecordConsent recordConsent,
            ReadConsent readConsent,
            CurrentCaller current,
            RequestId requestId,
            CurrentNotices notices,
            AskedPurposes asked,
            CurrentSpeaker speaker,
            AskingConfig asking,
            RetentionConfig retention,
            RateConfig rates) {
        this.recordConsent = recordConsent;
        this.readConsent = readConsent;
        this.current = current;
        this.requestId = requestId;
        this.notices = notices;
        this.asked = asked;
        this.speaker = speaker;
        this.retention = retention.retention();
        this.askAgain = new AskAgain(asking.againAfter());
        this.rate =
                new Rate<>(rates.statementsPerMinute(), Duration.ofMinutes(1), System::nanoTime);
    }

    @GET
    @Operation(summary = "What I answered")
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = ConsentSeq.HEADER, description = SEQ),
            content = @Content(schema = @Schema(implementation = ConsentBody.class)))
    @APIResponse(
            responseCode = "401",
            description = "subject-required, token-invalid, visitor-token-invalid")
    public Uni<RestResponse<ConsentBody>> read() {
        Caller caller = current.required();
        String request = requestId.get();
        return speaker.get()
                .chain(known -> readConsent.see(known, caller.privacySignal(), request))
                .map(this::answer);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "I answer",
            description =
                    "Recorded for every identity that the request proves. It counts when this answers; Kafka is not waited for.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = StatementBody.class)))
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = ConsentSeq.HEADER, description = SEQ),
            content = @Content(schema = @Schema(implementation = ConsentBody.class)))
    @APIResponse(responseCode = "400", description = "body-malformed, idempotency-key-malformed")
    @APIResponse(
            responseCode = "401",
            description = "subject-required, token-invalid, visitor-token-invalid")
    @APIResponse(
            responseCode = "422",
            description =
                    "purpose-unknown, necessary-not-refusable, answers-empty, given-at-implausible, notice-unknown, notice-not-in-force, notice-superseded, purpose-not-in-notice, notice-required, sensitive-not-alone, idempotency-key-reused")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    @APIResponse(responseCode = "500", description = "record-damaged")
    @APIResponse(responseCode = "503", description = "store-unavailable, ledger-behind")
    public Uni<RestResponse<ConsentBody>> record(
            @RestHeader("Idempotency-Key")
                    @Parameter(
                            description =
                                    "A repeated request with the same key and body gets the first answer, for a day.")
                    @Nullable String idempotencyKey,
            @Nullable String body) {
        Caller caller = current.required();
        if (!rate.allows(caller.keys().get(0))) {
            throw TooManyRequests.problem(Duration.ofMinutes(1), "Answer again in a minute.");
        }
        String sent = body == null ? "" : body;
        Statement said = StatementBody.read(sent, caller.privacySignal(), policy, clock.instant());
        Optional<Once> once = once(idempotencyKey, sent);
        String request = requestId.get();
        return notices.knowing(said)
                .map(known -> shown(said, known))
                .chain(named -> speaker.get().chain(known -> record(known, named, once, request)))
                .map(this::answer);
    }

    /** Where not all said the same, they see what holds for all. */
    private Uni<Seen> record(Speaker speaker, Statement said, Optional<Once> once, String request) {
        List<Part> parts = speaker.parts(said, !speaker.visitors().isEmpty());
        boolean together = parts.equals(List.of(new Part(speaker.all(), said)));
        return recordConsent
                .record(parts, once, request)
                .map(kept -> kept.stream().map(StatementProblems::unlessRecorded).toList())
                .chain(
                        kept ->
                                together
                                        ? Uni.createFrom().item(seen(kept.get(0), said))
                                        : readConsent.see(speaker, said.privacySignal(), request));
    }

    /** With the text that was before their eyes, if nothing was granted that it did not ask. */
    private Statement shown(Statement said, KnownNotices known) {
        known.check(said, clock.instant())
                .ifPresent(
                        why -> {
                            throw StatementProblems.of(why);
                        });
        return known.named(said);
    }

    /** A yes to marketing in the same request is what the signal overrules. */
    private Seen seen(Consent consent, Statement said) {
        boolean overruled =
                said.privacySignal() && said.answers().getOrDefault(Purpose.MARKETING, false);
        return new Seen(
                consent,
                said.privacySignal(),
                overruled
                        ? Optional.of(said.givenAt().orElseGet(clock::instant))
                        : Optional.empty(),
                false);
    }

    private RestResponse<ConsentBody> answer(Seen seen) {
        Consent consent = seen.consent();
        var response =
                ResponseBuilder.ok(
                                ConsentBody.of(
                                        seen, asked.now(), askAgain, retention, clock.instant()))
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
        consent.shown().ifPresent(seq -> response.header(ConsentSeq.HEADER, seq));
        return response.build();
    }

    private static Optional<Once> once(@Nullable String idempotencyKey, String body) {
        if (idempotencyKey == null) {
            return Optional.empty();
        }
        if (!Once.isKey(idempotencyKey)) {
            throw Problems.of(
                    400,
                    "idempotency-key-malformed",
                    "The Idempotency-Key cannot be read",
                    "Send 1 to 128 visible ASCII characters.");
        }
        return Optional.of(Once.of(idempotencyKey, body));
    }
}
