package io.tact.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.catalogue.Goods;
import io.tact.recommendation.catalogue.Item;
import io.tact.recommendation.history.Deed;
import io.tact.recommendation.history.Deed.Act;
import io.tact.recommendation.history.Histories;
import io.tact.recommendation.history.People;
import io.tact.recommendation.history.Purchase;
import io.tact.recommendation.history.Purposes;
import io.tact.recommendation.session.NeighbourSettings;
import io.tact.recommendation.session.Neighbourly;
import io.tact.recommendation.session.Scratch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LessonTest {
    private static final int ITEMS = 12;
    private static final Catalogue SHOP =
            Goods.catalogue(
                    IntStream.range(0, ITEMS)
                            .mapToObj(n -> Goods.item(id(n), "type" + n % 4, "c"))
                            .toArray(Item[]::new));

    @Test
    void modelThatForgotSomebodyIsTheOneThatNeverKnewThem() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<Consumer<Histories>> others = story(random, "others", 40);
            List<Consumer<Histories>> ann = story(random, "ann", 10);
            List<Consumer<Histories>> all = new ArrayList<>(others);
            all.addAll(ann);
            Collections.shuffle(all, random);
            var forgot = new Histories();
            all.forEach(fact -> fact.accept(forgot));

            forget(forgot, People.key("ann"));

            var never = new Histories();
            others.forEach(fact -> fact.accept(never));
            assertSame(model(forgot), model(never), "seed %d round %d".formatted(seed, round));
        }
    }

    @Test
    void sameFactsInAnyOrderAndTwiceMakeTheSameModel() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<Consumer<Histories>> facts = story(random, "somebody", 40);
            var once = new Histories();
            facts.forEach(fact -> fact.accept(once));
            List<Consumer<Histories>> again = new ArrayList<>(facts);
            again.addAll(facts);
            Collections.shuffle(again, random);
            var twice = new Histories();
            again.forEach(fact -> fact.accept(twice));

            assertSame(model(twice), model(once), "seed %d round %d".formatted(seed, round));
        }
    }

    @Test
    void anotherFactIsAnotherVersion() {
        var one = new Histories();
        one.add(purchase("ann", 1, 0, 1));
        var other = new Histories();
        other.add(purchase("ann", 2, 0, 1));

        assertThat(model(one).version()).isNotEqualTo(model(other).version());
        assertThat(model(one).version()).isNotEqualTo(model(new Histories()).version());
    }

    @Test
    void sensitiveItemsTeachNothingAboutVisits() {
        Item test = Goods.sensitive(Goods.item("i01", "pregnancy test", "health"));
        Catalogue shop = Goods.catalogue(Goods.item("i00", "vitamins", "health"), test);
        var histories = new Histories();
        histories.add(People.key("ann"), viewed(1, 1, 0));
        histories.add(People.key("ann"), viewed(2, 0, 1_000));

        Model model = Taught.of(shop, histories);

        assertThat(neighbours(model, 0)).isEmpty();
        assertThat(neighbours(model, 1)).isEmpty();
    }

    private static void assertSame(Model one, Model other, String story) {
        assertThat(one.version()).as(story).isEqualTo(other.version());
        assertThat(one.popularity()).as(story).isEqualTo(other.popularity());
        for (int item = 0; item < ITEMS; item++) {
            assertThat(neighbours(one, item)).as(story).isEqualTo(neighbours(other, item));
            assertThat(one.complements().of(item))
                    .as(story)
                    .usingRecursiveComparison()
                    .isEqualTo(other.complements().of(item));
        }
    }

    private static List<Neighbourly> neighbours(Model model, int item) {
        var scratch = new Scratch(NeighbourSettings.DEFAULTS);
        return model.neighbours().of(new int[] {item}, any -> true, ITEMS, scratch);
    }

    private static Model model(Histories histories) {
        return Taught.of(SHOP, histories);
    }

    private static void forget(Histories histories, IdentityKey key) {
        var history = histories.of(key);
        history.deeds().forEach(deed -> histories.remove(key, deed.event()));
        history.purchases().forEach(purchase -> histories.remove(key, purchase.event()));
    }

    private static List<Consumer<Histories>> story(Random random, String name, int length) {
        List<Consumer<Histories>> facts = new ArrayList<>();
        for (int fact = 0; fact < length; fact++) {
            long event = random.nextLong();
            int item = random.nextInt(ITEMS);
            long at = random.nextInt(1_000) * 600_000L;
            if (random.nextInt(4) == 0) {
                Purchase purchase = purchase(name, event, item, random.nextInt(ITEMS));
                facts.add(histories -> histories.add(purchase));
            } else {
                facts.add(histories -> histories.add(People.key(name), viewed(event, item, at)));
            }
        }
        return facts;
    }

    private static Deed viewed(long event, int item, long at) {
        return new Deed(event, Act.VIEWED, id(item), at, 0, Purposes.ALL);
    }

    private static Purchase purchase(String name, long event, int one, int other) {
        IdentityKey key = People.key(name);
        return new Purchase(event, List.of(id(one), id(other)), event >>> 24, key, List.of(key));
    }

    private static String id(int number) {
        return "i%02d".formatted(number);
    }
}
