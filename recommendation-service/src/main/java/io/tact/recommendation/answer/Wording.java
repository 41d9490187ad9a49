package io.tact.recommendation.answer;

import io.tact.recommendation.answer.Recommend.Recommended;
import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.catalogue.Item;
import io.tact.recommendation.catalogue.ItemDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an answer into words and numbers for the wire. */
final class Wording {
    private static final double DECIMALS = 1e4;

    private final Catalogue catalogue;
    private final Sentences sentences;

    Wording(Catalogue catalogue, Language language) {
        this.catalogue = catalogue;
        this.sentences = new Sentences(catalogue, language);
    }

    /**
     * @param answerId null for an answer that is the same for everybody; it tells no evidence
     */
    AnswerDocument answer(@Nullable String answerId, Page page, Recommended found) {
        return new AnswerDocument(
                answerId,
                page.placement().wire(),
                found.rung().wire(),
                sentences.why(found.rung(), found.personal()),
                found.suggestions().stream()
                        .map(suggestion -> entry(suggestion, answerId != null))
                        .toList());
    }

    private AnswerDocument.Entry entry(Suggestion suggestion, boolean personal) {
        Item item = catalogue.item(suggestion.item());
        return new AnswerDocument.Entry(
                item.id(),
                item.title(),
                ItemDocument.Amount.of(item.price()),
                item.image(),
                item.url(),
                item.productType(),
                suggestion.reason(),
                sentences.of(suggestion),
                Math.round(suggestion.score() * DECIMALS) / DECIMALS,
                personal ? ids(suggestion.because()) : null,
                suggestion.fill() ? true : null);
    }

    private List<String> ids(List<Integer> places) {
        return places.stream().map(place -> catalogue.item(place).id()).toList();
    }
}
