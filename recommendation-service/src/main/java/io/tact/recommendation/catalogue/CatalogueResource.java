package io.tact.recommendation.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The shop's products, for anybody. */
@Path("/v1/catalogue")
@Tag(name = "Catalogue")
class CatalogueResource {
    private static final int LONGEST_PAGE = 500;

    private final CurrentCatalogue current;

    CatalogueResource(CurrentCatalogue current) {
        this.current = current;
    }

    /**
     * @param next to be sent as {@code after} for the next page; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Items(List<ItemDocument> items, @Nullable String next) {}

    record Category(String category, long items) {}

    @GET
    @Path("/items")
    @Operation(operationId = "listItems", summary = "Items by id, page by page")
    @APIResponse(
            responseCode = "200",
            description = "A page of items",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Items.class)))
    @APIResponse(responseCode = "304", description = "As you know it")
    public Response list(
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String query,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") int limit,
            @Context Request request) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw CatalogueProblem.limitOutOfRange(LONGEST_PAGE, limit);
        }
        List<CatalogueEntry> found = current.get().list(category, query, after, limit + 1);
        List<CatalogueEntry> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.get(limit - 1).item().id() : null;
        return cacheable(
                versionOf(page) + (next == null ? "" : "+"),
                new Items(page.stream().map(entry -> ItemDocument.of(entry.item())).toList(), next),
                request);
    }

    @GET
    @Path("/items/{id}")
    @Operation(operationId = "getItem", summary = "One item")
    @APIResponse(
            responseCode = "200",
            description = "The item",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ItemDocument.class)))
    @APIResponse(responseCode = "304", description = "As you know it")
    @APIResponse(responseCode = "404", description = "No such item")
    public Response get(@RestPath String id, @Context Request request) {
        CatalogueEntry entry = current.get().find(id).orElseThrow(CatalogueProblem::itemUnknown);
        return cacheable(Long.toString(entry.version()), ItemDocument.of(entry.item()), request);
    }

    @GET
    @Path("/categories")
    @Operation(operationId = "listCategories", summary = "All categories, with their sizes")
    @APIResponse(
            responseCode = "200",
            description = "By name",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = Category.class)))
    public Response categories(@Context Request request) {
        List<Category> categories =
                current.get().categories().entrySet().stream()
                        .map(entry -> new Category(entry.getKey(), entry.getValue()))
                        .toList();
        return cacheable(
                Integer.toHexString(categories.toString().hashCode()), categories, request);
    }

    private static String versionOf(List<CatalogueEntry> page) {
        long version = 0;
        for (CatalogueEntry entry : page) {
            version = 31 * (31 * version + entry.item().id().hashCode()) + entry.version();
        }
        return Long.toHexString(version);
    }

    /** Nothing here is personal, so anybody on the way may keep it for a moment. */
    private static Response cacheable(String version, Object body, Request request) {
        var tag = new EntityTag(version);
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        return (known == null ? Response.ok(body) : known)
                .tag(tag)
                .header("Cache-Control", "public, max-age=5")
                .build();
    }
}
