package io.tact.recommendation.answer;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.consent.client.web.Problems;

/** What can be wrong with a page's description of itself. */
final class PageProblem {
    private PageProblem() {}

    static HttpProblem placementUnknown() {
        return incomplete("placement-unknown", "placement is one of " + Placement.allowed() + ".");
    }

    static HttpProblem itemRequired(Placement placement) {
        return incomplete("item-required", placement.wire() + " is about an item: name it.");
    }

    static HttpProblem categoryRequired(Placement placement) {
        return incomplete("category-required", placement.wire() + " is about a category: name it.");
    }

    static HttpProblem categoryUnknown() {
        return Problems.of(
                404,
                "category-unknown",
                "Unknown to the catalogue",
                "The catalogue has no such category.");
    }

    private static HttpProblem incomplete(String slug, String detail) {
        return Problems.of(422, slug, "The page is not described well enough", detail);
    }
}
