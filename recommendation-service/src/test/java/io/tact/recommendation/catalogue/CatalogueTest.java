package io.tact.recommendation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.recommendation.catalogue.Feed.Line.Readable;
import io.tact.recommendation.catalogue.Feed.Line.Unreadable;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Item TENT = Goods.item("tent-1", "tent", "Outdoor");
    private static final Item MUG = Goods.item("mug-1", "mug", "Kitchen");
    private static final Item PAN = Goods.item("pan-1", "frying pan", "Kitchen");

    private final Catalogue catalogue = Goods.catalogue(TENT, MUG, PAN);

    @Test
    void itemsStandByTheirIds() {
        assertThat(catalogue.place("mug-1")).isZero();
        assertThat(catalogue.item(2)).isEqualTo(TENT);
        assertThat(catalogue.place("sofa-1")).isEqualTo(Catalogue.NOWHERE);
        assertThat(catalogue.categories())
                .containsEntry("Kitchen", 2L)
                .containsEntry("Outdoor", 1L);
    }

    @Test
    void pageBeginsAfterTheLastIdOfThePageBefore() {
        assertThat(ids(catalogue.list(null, null, null, 2))).containsExactly("mug-1", "pan-1");
        assertThat(ids(catalogue.list(null, null, "pan-1", 2))).containsExactly("tent-1");
        assertThat(ids(catalogue.list(null, null, "tent-1", 2))).isEmpty();
    }

    @Test
    void categoryAndWordsNarrow() {
        assertThat(ids(catalogue.list("Kitchen", null, null, 9))).containsExactly("mug-1", "pan-1");
        assertThat(ids(catalogue.list(null, "FRYING the", null, 9))).containsExactly("pan-1");
        assertThat(ids(catalogue.list("Outdoor", "pan", null, 9))).isEmpty();
    }

    @Test
    void feedKeepsTheGoodAndNamesTheBad() {
        Feed feed =
                Feed.of(
                        List.of(
                                new Readable(TENT),
                                new Unreadable("x", "title is missing"),
                                new Readable(TENT),
                                new Readable(MUG)));

        assertThat(feed.good()).containsExactly(TENT, MUG);
        assertThat(feed.bad())
                .containsExactly(
                        new Feed.Bad(1, "x", "title is missing"),
                        new Feed.Bad(2, "tent-1", "the same item stands at index 0"));
    }

    @Test
    void olderVersionOfAnItemChangesNothing() {
        var items = new KnownItems();
        items.put(new CatalogueEntry(TENT, 2));

        items.put(new CatalogueEntry(Goods.soldOut(TENT), 1));

        assertThat(items.all()).containsExactly(new CatalogueEntry(TENT, 2));
    }

    private static List<String> ids(List<CatalogueEntry> entries) {
        return entries.stream().map(entry -> entry.item().id()).toList();
    }
}
