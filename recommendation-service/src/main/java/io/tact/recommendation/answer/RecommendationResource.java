package io.tact.recommendation.answer;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.recommendation.answer.Recommend.Recommended;
import io.tact.recommendation.model.CurrentModel;
import io.tact.recommendation.model.Model;
import io.tact.recommendation.served.ServedAnswer;
import io.tact.recommendation.served.ServedAnswers;
import io.tact.recommendation.web.RecommendationApi;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What to show. Who asks is in the credentials, never in the body. */
@Path("/v1/recommendations")
@Tag(name = "Recommendations")
class RecommendationResource {
    private final CurrentModel current;
    private final Recommend recommend;
    private final ServedAnswers served;
    private final AnswerIds answerIds;
    private final CurrentCaller caller;
    private final RequestId requestId;

    RecommendationResource(
            CurrentModel current,
            Recommend recommend,
            ServedAnswers served,
            AnswerIds answerIds,
            CurrentCaller caller,
            RequestId requestId) {
        this.current = current;
        this.recommend = recommend;
        this.served = served;
        this.answerIds = answerIds;
        this.caller = caller;
        this.requestId = requestId;
    }

    @POST
    @Operation(
            operationId = "recommend",
            summary = "What this place of this page shall show",
            description =
                    "Without credentials, or without the person's consent, the answer stands on rung none: a pure function"
                            + " of the page and of what Index-Version names, the same for everybody.")
    @SecurityRequirement(name = RecommendationApi.BEARER)
    @SecurityRequirement(name = RecommendationApi.VISITOR)
    @APIResponse(responseCode = "200", description = "A list, as long as there is something to say")
    @APIResponse(responseCode = "401", description = "A credential that proves nothing")
    @APIResponse(responseCode = "404", description = "No such item or category")
    @APIResponse(responseCode = "422", description = "The page is not described well enough")
    public Uni<RestResponse<AnswerDocument>> recommend(
            @Nullable PageDocument body,
            @HeaderParam("Accept-Language") @Nullable String accepted) {
        Instant asked = Instant.now();
        Model model = current.get();
        Page page = (body == null ? PageDocument.EMPTY : body).page(model.catalogue(), accepted);
        Caller asking = caller.get();
        String cause = requestId.get();
        return recommend
                .recommend(model, page, asking)
                .map(found -> answer(model, page, found, asking, asked, cause));
    }

    private RestResponse<AnswerDocument> answer(
            Model model, Page page, Recommended found, Caller asking, Instant asked, String cause) {
        String answerId = found.rung() == Rung.NONE ? null : answerIds.next();
        AnswerDocument answer =
                new Wording(model.catalogue(), page.language()).answer(answerId, page, found);
        Caller.Proven foremost = asking.foremost();
        if (answerId != null && foremost != null) {
            served.add(
                    new ServedAnswer(
                            answerId,
                            foremost.key(),
                            answer.placement(),
                            answer.rung(),
                            answer.items().stream().map(RecommendationResource::shown).toList(),
                            model.version(),
                            asked,
                            cause));
        }
        return ResponseBuilder.ok(answer)
                .header("Index-Version", model.version())
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private static ServedAnswer.Shown shown(AnswerDocument.Entry item) {
        return new ServedAnswer.Shown(item.itemId(), item.reason().name(), item.score());
    }
}
