package io.tact.recommendation.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tact.recommendation.catalogue.ItemDocument;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An answer as JSON. On rung none it holds no id and no time.
 *
 * @param answerId only of a personal answer
 * @param rung what consent let it use
 * @param why one sentence about the whole answer
 */
@Schema(
        name = "Answer",
        requiredProperties = {"placement", "rung", "why", "items"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerDocument(
        @Nullable String answerId, String placement, String rung, String why, List<Entry> items) {

    /**
     * @param sentence the reason in words
     * @param score comparable within one answer only
     * @param because ids of the items that speak for it; only in a personal answer
     * @param fill true if it only fills up a short list
     */
    @Schema(
            name = "Recommendation",
            requiredProperties = {
                "itemId",
                "title",
                "price",
                "image",
                "url",
                "productType",
                "reason",
                "sentence",
                "score"
            })
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String itemId,
            String title,
            ItemDocument.Amount price,
            String image,
            String url,
            String productType,
            Reason reason,
            String sentence,
            double score,
            @Nullable List<String> because,
            @Nullable Boolean fill) {}
}
