package io.tact.recommendation.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.RequestId;
import io.tact.consent.client.web.JsonPlace;
import io.tact.consent.client.web.Problems;
import io.tact.recommendation.catalogue.Feed.Bad;
import io.tact.recommendation.catalogue.Feed.Line;
import io.tact.recommendation.web.RecommendationApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The shop's products, from its merchandisers. */
@Path("/v1/catalogue")
@Tag(name = "Catalogue")
class CatalogueFeedResource {
    private static final int LONGEST_FEED = 1_000;

    private final TakeItems takeItems;
    private final RequestId requestId;
    private final ObjectMapper json;

    CatalogueFeedResource(TakeItems takeItems, RequestId requestId, ObjectMapper json) {
        this.takeItems = takeItems;
        this.requestId = requestId;
        this.json = json;
    }

    /**
     * @param accepted how many items were taken
     * @param changed how many of them were new or different
     * @param rejected the others, each with its reason
     */
    record Taken(int accepted, int changed, List<Bad> rejected) {}

    @PUT
    @Path("/items")
    @RolesAllowed("merchandiser")
    @Operation(
            operationId = "putItems",
            summary = "Take items of the shop's feed",
            description =
                    "Each item is looked at on its own: good ones are kept, bad ones are named.")
    @SecurityRequirement(name = RecommendationApi.BEARER)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = ItemDocument.class,
                                            maxItems = LONGEST_FEED)))
    @APIResponse(
            responseCode = "200",
            description = "All or some were taken",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Taken.class)))
    @APIResponse(responseCode = "401", description = "Whose feed?")
    @APIResponse(responseCode = "403", description = "Not a merchandiser")
    @APIResponse(responseCode = "422", description = "None was taken, with the reasons")
    public Uni<Taken> put(@Nullable List<JsonNode> items) {
        if (items == null || items.isEmpty() || items.size() > LONGEST_FEED) {
            int sent = items == null ? 0 : items.size();
            throw invalid("feed-size", "Send 1 to %d items, not %d.".formatted(LONGEST_FEED, sent))
                    .build();
        }
        Feed feed = Feed.of(items.stream().map(this::line).toList());
        if (feed.good().isEmpty()) {
            throw invalid("items-invalid", "None of them can be taken: see rejected.")
                    .with("rejected", feed.bad())
                    .build();
        }
        return takeItems
                .take(feed, requestId.get())
                .map(changed -> new Taken(feed.good().size(), changed, feed.bad()));
    }

    private Line line(JsonNode sent) {
        String id = sent.path("itemId").isTextual() ? sent.path("itemId").textValue() : null;
        try {
            return new Line.Readable(json.treeToValue(sent, ItemDocument.class).item());
        } catch (JsonProcessingException unreadable) {
            String place = JsonPlace.of(unreadable);
            return new Line.Unreadable(
                    id, (place.isEmpty() ? "the item" : place) + " cannot be read");
        } catch (IllegalArgumentException refused) {
            return new Line.Unreadable(id, String.valueOf(refused.getMessage()));
        }
    }

    private static HttpProblem.Builder invalid(String slug, String detail) {
        return Problems.builder(422, slug, "No item was taken", detail);
    }
}
