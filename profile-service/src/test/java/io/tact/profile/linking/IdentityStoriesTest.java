package io.tact.profile.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.localstack.test.Eventually;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Small stories of who is seen with whom, told in several orders and with every sentence three
 * times, each time of new people: always the same people are one. {@code -Dtact.stories=200
 * -Dtact.orders=24} is the full form.
 */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class IdentityStoriesTest {
    private static final int STORIES = Integer.getInteger("tact.stories", 12);
    private static final int ORDERS = Integer.getInteger("tact.orders", 6);
    private static final Instant THEN = Instant.now().minus(Duration.ofDays(2));

    Shop shop;

    @Test
    void noOrderAndNoRepetitionMakesOtherPersons() {
        long seed = Long.getLong("tact.seed", new Random().nextLong());
        System.out.println("identity stories: seed " + seed);
        Random random = new Random(seed);
        for (int number = 0; number < STORIES; number++) {
            Story story = Story.draw(random);
            List<Cast> casts = new ArrayList<>();
            for (int order = 0; order < ORDERS; order++) {
                casts.add(tell(story, random));
            }
            String where = "seed %d story %d: %s".formatted(seed, number, story);
            Eventually.get(
                    where + " is understood",
                    () -> shop.query("select 1 from sighting"),
                    List::isEmpty);
            List<List<Integer>> partitions =
                    Eventually.get(
                            where + " is always the same",
                            () -> casts.stream().map(this::partition).toList(),
                            found -> new HashSet<>(found).size() == 1);
            assertThat(partitions.get(0).subList(0, story.customers()))
                    .as(where)
                    .doesNotHaveDuplicates();
        }
    }

    /** By new people, who allow what the story says. */
    private Cast tell(Story story, Random random) {
        var cast =
                new Cast(
                        IntStream.range(0, story.customers())
                                .mapToObj(i -> shop.customer())
                                .toList(),
                        IntStream.range(0, story.browsers())
                                .mapToObj(i -> shop.visitor())
                                .toList());
        List<IdentityKey> keys = cast.keys();
        for (int i = 0; i < keys.size(); i++) {
            shop.consents()
                    .grantSince(THEN, keys.get(i), story.allowed().get(i).toArray(Purpose[]::new));
        }
        List<Sentence> told = new ArrayList<>();
        for (int times = 0; times < 3; times++) {
            told.addAll(story.sentences());
        }
        Collections.shuffle(told, random);
        told.forEach(sentence -> Shop.send(sentence.key(), sentence.words(cast)));
        return cast;
    }

    /** To whom each belongs, by the first who is the same; whom nobody named is alone. */
    private List<Integer> partition(Cast cast) {
        List<String> persons = cast.keys().stream().map(shop::person).toList();
        return IntStream.range(0, persons.size())
                .mapToObj(
                        i -> persons.get(i).equals("nobody") ? i : persons.indexOf(persons.get(i)))
                .toList();
    }

    record Cast(List<Customer> customers, List<Visitor> browsers) {
        List<IdentityKey> keys() {
            List<IdentityKey> keys = new ArrayList<>();
            customers.forEach(customer -> keys.add(customer.key()));
            browsers.forEach(browser -> keys.add(browser.key()));
            return keys;
        }
    }

    /**
     * @param allowed by each
     */
    record Story(
            int customers, int browsers, List<List<Purpose>> allowed, List<Sentence> sentences) {
        private static final List<List<Purpose>> ANSWERS =
                List.of(
                        List.of(Purpose.MEASUREMENT),
                        List.of(Purpose.MEASUREMENT, Purpose.IDENTITY_LINK),
                        List.of(Purpose.MEASUREMENT, Purpose.IDENTITY_LINK),
                        List.of(Purpose.MEASUREMENT, Purpose.IDENTITY_LINK, Purpose.CROSS_DEVICE),
                        List.of(Purpose.MEASUREMENT, Purpose.IDENTITY_LINK, Purpose.CROSS_DEVICE));

        static Story draw(Random random) {
            int customers = 1 + random.nextInt(3);
            int browsers = 1 + random.nextInt(3);
            List<List<Purpose>> allowed = new ArrayList<>();
            for (int i = 0; i < customers + browsers; i++) {
                allowed.add(ANSWERS.get(random.nextInt(ANSWERS.size())));
            }
            List<Sentence> sentences = new ArrayList<>();
            int length = 2 + random.nextInt(5);
            for (int i = 0; i < length; i++) {
                sentences.add(
                        new Sentence(
                                Verb.values()[random.nextInt(Verb.values().length)],
                                random.nextInt(customers),
                                random.nextInt(browsers),
                                THEN.plusSeconds(60L + random.nextInt(1_000))));
            }
            return new Story(customers, browsers, allowed, sentences);
        }
    }

    enum Verb {
        SERVER_SAW_BOTH,
        BROWSER_SAW_BOTH,
        SERVER_ALIAS,
        BROWSER_ALIAS,
        BROWSER_ALONE,
        CUSTOMER_ALONE
    }

    record Sentence(Verb verb, int customer, int browser, Instant at) {
        String key() {
            return verb == Verb.BROWSER_SAW_BOTH
                            || verb == Verb.BROWSER_ALIAS
                            || verb == Verb.BROWSER_ALONE
                    ? Shop.BROWSER
                    : Shop.HISTORY;
        }

        String words(Cast cast) {
            String user = cast.customers().get(customer).userId();
            String anonymous = cast.browsers().get(browser).anonymousId();
            String type =
                    verb == Verb.SERVER_ALIAS || verb == Verb.BROWSER_ALIAS ? "alias" : "page";
            String who =
                    switch (verb) {
                        case SERVER_SAW_BOTH, BROWSER_SAW_BOTH ->
                                "\"userId\":\"" + user + "\",\"anonymousId\":\"" + anonymous + "\"";
                        case SERVER_ALIAS ->
                                "\"userId\":\"" + user + "\",\"previousId\":\"" + anonymous + "\"";
                        case BROWSER_ALIAS ->
                                "\"userId\":\"%s\",\"previousId\":\"%s\",\"anonymousId\":\"%s\""
                                        .formatted(user, anonymous, anonymous);
                        case BROWSER_ALONE -> "\"anonymousId\":\"" + anonymous + "\"";
                        case CUSTOMER_ALONE -> "\"userId\":\"" + user + "\"";
                    };
            return "{\"type\":\"%s\",%s,\"timestamp\":\"%s\"}".formatted(type, who, at);
        }
    }
}
