package io.tact.recommendation.answer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.catalogue.CatalogueProblem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page, as it describes itself. Anything may be missing until {@link #page} has looked.
 *
 * @param item id of the item that the page is about
 * @param category of the page, as the catalogue names it
 * @param basket ids of the items that the page shows in the basket
 * @param limit 1 to 50; 10 if it is missing
 * @param fill whether a short list is filled up with popular items, labelled as such
 * @param language of the sentences: en or de; else that of Accept-Language
 */
@Schema(name = "Page", requiredProperties = "placement")
@JsonIgnoreProperties(ignoreUnknown = true)
record PageDocument(
        @Nullable String placement,
        @Nullable String item,
        @Nullable String category,
        @Nullable List<@Nullable String> basket,
        @Nullable Integer limit,
        @Nullable Boolean fill,
        @Nullable String language) {

    static final PageDocument EMPTY = new PageDocument(null, null, null, null, null, null, null);

    private static final int USUAL_LIMIT = 10;
    private static final int HIGHEST_LIMIT = 50;
    private static final int LARGEST_BASKET = 100;

    /**
     * @throws HttpProblem with what is wrong
     */
    Page page(Catalogue catalogue, @Nullable String acceptedLanguage) {
        Placement known =
                Optional.ofNullable(placement)
                        .flatMap(Placement::of)
                        .orElseThrow(PageProblem::placementUnknown);
        int most = Objects.requireNonNullElse(limit, USUAL_LIMIT);
        if (most < 1 || most > HIGHEST_LIMIT) {
            throw CatalogueProblem.limitOutOfRange(HIGHEST_LIMIT, most);
        }
        Optional<Integer> about = item(known, catalogue);
        return new Page(
                known,
                about,
                category(known, about, catalogue),
                basket(known, about, catalogue),
                most,
                Boolean.TRUE.equals(fill),
                Language.of(language == null ? acceptedLanguage : language));
    }

    private Optional<Integer> item(Placement known, Catalogue catalogue) {
        if (item == null) {
            if (known.needsItem()) {
                throw PageProblem.itemRequired(known);
            }
            return Optional.empty();
        }
        int place = catalogue.place(item);
        if (place == Catalogue.NOWHERE) {
            throw CatalogueProblem.itemUnknown();
        }
        return Optional.of(place);
    }

    private @Nullable String category(
            Placement known, Optional<Integer> about, Catalogue catalogue) {
        if (category == null) {
            if (known.needsCategory()) {
                throw PageProblem.categoryRequired(known);
            }
            return about.map(place -> catalogue.item(place).category()).orElse(null);
        }
        if (!catalogue.categories().containsKey(category)) {
            throw PageProblem.categoryUnknown();
        }
        return category;
    }

    /**
     * What the catalogue does not know teaches nothing about what goes with it. A page that names
     * one item of its basket has that one in it.
     */
    private List<Integer> basket(Placement known, Optional<Integer> about, Catalogue catalogue) {
        Stream<Integer> named =
                basket == null
                        ? Stream.empty()
                        : basket.stream()
                                .filter(Objects::nonNull)
                                .limit(LARGEST_BASKET)
                                .map(catalogue::place)
                                .filter(place -> place != Catalogue.NOWHERE);
        Stream<Integer> asked =
                known == Placement.BASKET_COMPLEMENTS ? about.stream() : Stream.empty();
        return Stream.concat(asked, named).distinct().toList();
    }
}
