package io.tact.profile.question.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import io.tact.profile.question.answer.AnswerOutcome.Invalid;
import io.tact.profile.question.answer.AnswerOutcome.Kept;
import io.tact.profile.question.answer.AnswerOutcome.NotKept;
import io.tact.profile.question.answer.AnswerOutcome.Protected;
import io.tact.profile.web.ProfileApi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the caller is asked, and what they answer. */
@Path("/v1/me/questions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@SecurityRequirement(name = ProfileApi.CUSTOMER)
@SecurityRequirement(name = ProfileApi.VISITOR)
@APIResponse(responseCode = "401", description = "No credentials, or bad ones")
public class MyQuestionsResource {
    private final ReadMyQuestions read;
    private final AnswerQuestion answer;
    private final TakeBackAnswer takeBack;
    private final CurrentCaller caller;
    private final RequestId requestId;

    MyQuestionsResource(
            ReadMyQuestions read,
            AnswerQuestion answer,
            TakeBackAnswer takeBack,
            CurrentCaller caller,
            RequestId requestId) {
        this.read = read;
        this.answer = answer;
        this.takeBack = takeBack;
        this.caller = caller;
        this.requestId = requestId;
    }

    @GET
    @Operation(
            summary = "What I may be asked now, and what I answered",
            description =
                    "A question is open while its purpose is allowed, and it is not answered, or the answer has ended, and it was not"
                            + " skipped lately. All texts come in each language.")
    @APIResponse(
            responseCode = "200",
            description = "By how they stand",
            content = @Content(schema = @Schema(implementation = MyQuestions.class)))
    @APIResponse(responseCode = "400", description = "query-malformed")
    public Uni<MyQuestions> mine(
            @RestQuery @Parameter(description = "Only the questions of this purpose.")
                    @Nullable String purpose) {
        Caller known = caller.required();
        return read.read(known, Optional.ofNullable(purpose).map(MyQuestionsResource::purpose));
    }

    @PUT
    @Path("/{name}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Answer a question, answer it anew, or skip it",
            description =
                    "Kept as told, for the question's own purpose alone, until it ends. About somebody else it is no fact about me, and"
                            + " ends after a day. It counts on the next request.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AnswerBody.class)))
    @APIResponse(responseCode = "200", description = "Whether it was kept, and if not, why")
    @APIResponse(responseCode = "400", description = "body-malformed")
    @APIResponse(responseCode = "404", description = "question-unknown")
    @APIResponse(responseCode = "422", description = "answer-invalid, answer-protected")
    public Uni<AnswerKept> answer(@RestPath String name, @Nullable String body) {
        Caller known = caller.required();
        Said said = StrictJson.read(body, AnswerBody.class).said();
        return answer.answer(known, name, said, requestId.get()).map(MyQuestionsResource::answered);
    }

    @DELETE
    @Path("/{name}/answer")
    @Operation(
            summary = "Take back what I said to a question",
            description =
                    "The answer, one about somebody else, and that it was skipped: it is open again.")
    @APIResponse(responseCode = "204", description = "There is no answer, maybe since before")
    @APIResponse(responseCode = "404", description = "question-unknown")
    public Uni<Void> takeBack(@RestPath String name) {
        Caller known = caller.required();
        return takeBack.takeBack(known, name, requestId.get())
                .invoke(
                        asked -> {
                            if (!asked) {
                                throw unknown();
                            }
                        })
                .replaceWithVoid();
    }

    private static Purpose purpose(String stated) {
        try {
            return new Purpose(stated);
        } catch (IllegalArgumentException none) {
            throw Problems.of(
                    400,
                    "query-malformed",
                    "This query cannot be answered",
                    "purpose is the name of a purpose, or missing.");
        }
    }

    private static AnswerKept answered(AnswerOutcome outcome) {
        if (outcome instanceof Kept kept) {
            return new AnswerKept(true, null, kept.until());
        }
        if (outcome instanceof NotKept not) {
            return new AnswerKept(false, not.refusal().name(), null);
        }
        throw outcome instanceof Invalid
                ? Problems.of(
                        422,
                        "answer-invalid",
                        "This is no answer to the question",
                        "GET /v1/me/questions says what the question takes.")
                : outcome instanceof Protected
                        ? Problems.of(
                                422,
                                "answer-protected",
                                "This is about something protected",
                                "Answer without what is protected: the question does not ask for it.")
                        : unknown();
    }

    private static HttpProblem unknown() {
        return Problems.of(
                404,
                "question-unknown",
                "Nobody asks that",
                "GET /v1/me/questions says what is asked.");
    }

    /**
     * @param reason {@code NOT_GRANTED}, {@code RESTRICTED}, {@code PRIVACY_SIGNAL}, {@code
     *     NO_LEASE} or {@code NOT_YET_SEEN}
     * @param until when the answer ends, or from when the question is open again
     */
    @JsonInclude(Include.NON_NULL)
    public record AnswerKept(boolean kept, @Nullable String reason, @Nullable Instant until) {}
}
