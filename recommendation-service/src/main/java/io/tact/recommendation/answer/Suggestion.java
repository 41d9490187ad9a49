package io.tact.recommendation.answer;

import java.util.Comparator;
import java.util.List;

/**
 * One item of an answer.
 *
 * @param item its place in the model's catalogue
 * @param score comparable within one list only
 * @param because the places of the items that speak for it; the person's, or the page's
 * @param told whether the sentence may name them: what is older than this visit is not named
 * @param fill whether it only fills up a list that would have been shorter
 */
record Suggestion(
        int item, double score, Reason reason, List<Integer> because, boolean told, boolean fill) {

    static final Comparator<Suggestion> BEST_FIRST =
            Comparator.comparingDouble(Suggestion::score)
                    .reversed()
                    .thenComparingInt(Suggestion::item);

    /** Of the page, or of what was done on this visit. */
    static Suggestion of(int item, double score, Reason reason, int because) {
        return new Suggestion(item, score, reason, List.of(because), true, false);
    }

    /** Because many want it. */
    static Suggestion popular(int item, double score, Reason reason, boolean fill) {
        return new Suggestion(item, score, reason, List.of(), true, fill);
    }

    Suggestion told(boolean mayBe) {
        return new Suggestion(item, score, reason, because, mayBe, fill);
    }

    Suggestion scored(double other) {
        return new Suggestion(item, other, reason, because, told, fill);
    }
}
