package io.tact.profile.question;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import io.tact.profile.question.Registration.BenefitTied;
import io.tact.profile.question.Registration.OnlyFor;
import io.tact.profile.question.Registration.Registered;
import io.tact.profile.web.ProfileApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What the shop asks its customers. */
@Path("/v1/questions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"merchandiser", "privacy-officer"})
@Tag(name = "questions")
@SecurityRequirement(name = ProfileApi.CUSTOMER)
@APIResponse(responseCode = "401", description = "token-required, token-invalid")
@APIResponse(responseCode = "403", description = "role-missing")
public class QuestionsResource {
    private static final int LARGEST = 64 * 1_024;

    private final QuestionStore questions;
    private final RegisterQuestion register;
    private final RetireQuestion retire;
    private final CurrentCaller caller;

    QuestionsResource(
            QuestionStore questions,
            RegisterQuestion register,
            RetireQuestion retire,
            CurrentCaller caller) {
        this.questions = questions;
        this.register = register;
        this.retire = retire;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All questions, also those that are asked no more")
    public Uni<Registry> all() {
        return questions.all().map(all -> new Registry(all.stream().map(Kept::of).toList()));
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "One question as it stands")
    @APIResponse(responseCode = "404", description = "question-unknown")
    public Uni<Kept> one(@RestPath String name) {
        return questions
                .find(name)
                .map(found -> found.map(Kept::of).orElseThrow(QuestionsResource::unknown));
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask a question, a new one or in place of the old",
            description =
                    "The name is that of the trait that an answer tells. Each version is kept with who decided it. The benefit may"
                            + " depend on no other consent than the one for the answer itself.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = QuestionBody.class)))
    @APIResponse(responseCode = "200", description = "It is asked from now on")
    @APIResponse(responseCode = "400", description = "body-malformed")
    @APIResponse(
            responseCode = "422",
            description = "question-invalid, benefit-tied, sensitive-purpose-required")
    public Uni<Kept> put(@RestPath String name, @Nullable String body) {
        Question question = question(name, StrictJson.read(body, QuestionBody.class, LARGEST));
        return register.register(question, staff()).map(QuestionsResource::registered);
    }

    @DELETE
    @Path("/{name}")
    @Operation(
            summary = "Ask it no more",
            description = "What was answered stays until it ends, and can still be taken back.")
    @APIResponse(responseCode = "204", description = "It is asked no more, maybe since before")
    @APIResponse(responseCode = "404", description = "question-unknown")
    public Uni<Void> retire(@RestPath String name) {
        return retire.retire(name, staff())
                .invoke(
                        exists -> {
                            if (!exists) {
                                throw unknown();
                            }
                        })
                .replaceWithVoid();
    }

    private String staff() {
        return caller.required().customer().orElseThrow().identity().value();
    }

    private static Question question(String name, QuestionBody body) {
        try {
            return body.question(name);
        } catch (IllegalArgumentException wrong) {
            throw Problems.of(
                    422,
                    "question-invalid",
                    "This cannot be asked",
                    String.valueOf(wrong.getMessage()));
        }
    }

    private static Kept registered(Registration ended) {
        if (ended instanceof Registered registered) {
            return Kept.of(registered.question());
        }
        if (ended instanceof BenefitTied) {
            throw Problems.of(
                    422,
                    "benefit-tied",
                    "The benefit depends on another consent",
                    "benefitNeeds is empty, or exactly the purpose of the question.");
        }
        throw ended instanceof OnlyFor only
                ? Problems.of(
                        422,
                        "sensitive-purpose-required",
                        "This is about something protected",
                        "It can be asked for " + only.demanded() + " only.")
                : Problems.of(
                        422,
                        "question-invalid",
                        "This cannot be asked",
                        "purpose names no protected category.");
    }

    private static HttpProblem unknown() {
        return Problems.of(
                404,
                "question-unknown",
                "There is no such question",
                "GET /v1/questions lists all.");
    }

    @Schema(name = "Questions")
    record Registry(List<Kept> questions) {}

    /**
     * @param by the subject of the member of staff who decided this version
     * @param retired it is asked no more
     */
    @Schema(name = "RegisteredQuestion")
    record Kept(
            String name,
            @JsonUnwrapped QuestionBody definition,
            long version,
            String by,
            Instant at,
            boolean retired) {
        static Kept of(RegisteredQuestion registered) {
            return new Kept(
                    registered.question().name(),
                    QuestionBody.of(registered.question()),
                    registered.version(),
                    registered.by(),
                    registered.at(),
                    registered.retired());
        }
    }
}
