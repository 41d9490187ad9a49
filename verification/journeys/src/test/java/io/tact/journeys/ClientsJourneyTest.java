package io.tact.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.MessageBuilder;
import com.segment.analytics.messages.PageMessage;
import com.segment.analytics.messages.ScreenMessage;
import com.segment.analytics.messages.TrackMessage;
import io.tact.localstack.test.Eventually;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The clients that shops have already, unmodified. What each of them sends is stored once and
 * whole, none of them gets an error, and none sends anywhere else.
 */
@Order(Integer.MAX_VALUE - 4)
class ClientsJourneyTest {
    private static final String PAGE = "/tents";
    private static final String USER = "paul";

    private static Chromium chromium;
    private static RunningSuite suite;
    private static String events;
    private static AnotherShop shop;

    private final String marker = "marker-" + UUID.randomUUID();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private Visit visit;

    @BeforeAll
    static void openBrowser() {
        if (!NpmClients.installed()) {
            System.out.println(
                    "SKIPPED: ClientsJourneyTest needs the clients from npm; verification/install-programs installs them");
        }
        assumeTrue(NpmClients.installed());
        chromium = Chromium.startOrSkip(ClientsJourneyTest.class);
        suite = RunningSuite.get();
        events = suite.url("profile-service");
        shop = AnotherShop.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
        if (shop != null) {
            shop.close();
        }
    }

    @BeforeEach
    void visitTheShop() {
        visit = Visit.begin(suite).logsIn(USER).allows("measurement", "experience");
    }

    @ParameterizedTest
    @CsvSource({"segment,@segment/analytics-node", "rudderstack,analytics-node"})
    void clientsOfAServerRunningNode(String script, String library) {
        JsonNode said =
                NpmClients.node(
                        script,
                        events,
                        suite.serverKey(),
                        visit.anonymousId(),
                        suite.subjectOf(USER),
                        marker);

        assertThat(said.get("troubles")).isEmpty();
        storedOnceAndWhole(library, "identify", "page", "screen", "track", "group");
    }

    @Test
    void clientOfAServerRunningJava() {
        var refused = new ConcurrentLinkedQueue<String>();
        var taken = new ConcurrentLinkedQueue<String>();
        Analytics analytics =
                Analytics.builder(suite.serverKey())
                        .endpoint(events)
                        .flushQueueSize(3)
                        .callback(
                                new Callback() {
                                    @Override
                                    public void success(Message message) {
                                        taken.add(message.messageId());
                                    }

                                    @Override
                                    public void failure(Message message, Throwable trouble) {
                                        refused.add(trouble.toString());
                                    }
                                })
                        .build();
        for (MessageBuilder<?, ?> message :
                List.of(
                        IdentifyMessage.builder()
                                .traits(Map.of("marker", marker, "plan", "camper")),
                        PageMessage.builder("Tents")
                                .properties(Map.of("marker", marker, "path", "/tents")),
                        ScreenMessage.builder("Tents").properties(Map.of("marker", marker)),
                        TrackMessage.builder("Product Viewed")
                                .properties(
                                        Map.of(
                                                "marker",
                                                marker,
                                                "product_id",
                                                "tent-1",
                                                "nested",
                                                Map.of("deep", Arrays.asList(1, "two", null)))),
                        GroupMessage.builder("club-1")
                                .traits(Map.of("marker", marker, "name", "Campers")))) {
            analytics.enqueue(
                    message.userId(suite.subjectOf(USER)).anonymousId(visit.anonymousId()));
        }
        analytics.flush();

        Eventually.get("five callbacks", taken::size, size -> size == 5);
        analytics.shutdown();
        assertThat(refused).isEmpty();
        storedOnceAndWhole("analytics-java", "identify", "page", "screen", "track", "group");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scriptOfSegment(boolean batching) {
        Page tab = open("segment");

        tells(tab, Map.of("batching", batching));

        storedOnceAndWhole("analytics.js", "identify", "page", "screen", "track", "group");
        nobodyElseWasTold(tab);
    }

    @Test
    void snippetOfSegment() {
        Page tab = tab();
        NpmClients.serveSnippet(shop, PAGE, suite.browserKey(), events);
        tab.navigate(shop.url() + PAGE);

        tells(tab, Map.of());

        storedOnceAndWhole("analytics.js", "identify", "page", "screen", "track", "group");
        nobodyElseWasTold(tab);
    }

    @Test
    void consentToolsOfSegmentSayNothingBeforeTheChoiceAndAllOfItAfterwards() {
        Page tab = open("consent-tools");
        tells(tab, Map.of());
        tab.waitForTimeout(1_000);
        assertThat(asked).noneMatch(url -> url.startsWith(events));

        tab.evaluate("choose({ measurement: true, experience: true })");

        List<JsonNode> stored =
                storedOnceAndWhole("analytics.js", "identify", "page", "screen", "track", "group");
        assertThat(stored)
                .allSatisfy(
                        event ->
                                assertThat(
                                                event.at(
                                                                "/said/context/consent/categoryPreferences/measurement")
                                                        .asBoolean())
                                        .isTrue());
        nobodyElseWasTold(tab);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"useBeacon\":true}"})
    void scriptOfRudderStack(String options) {
        Page tab = open("rudderstack");

        tells(tab, Map.of("options", suite.read(options)));
        tab.waitForFunction("window.isReady");
        if (options.contains("Beacon")) {
            tab.navigate("about:blank"); // it sends when the page is left
        }

        storedOnceAndWhole("RudderLabs JavaScript SDK", "identify", "page", "track", "group");
        nobodyElseWasTold(tab);
    }

    @Test
    void scriptOfJitsu() {
        Page tab = open("jitsu");

        tells(tab, Map.of());

        storedOnceAndWhole("@jitsu/js", "identify", "page", "track", "group");
        nobodyElseWasTold(tab);
    }

    private Page open(String script) {
        Page tab = tab();
        NpmClients.serve(shop, PAGE, script);
        tab.navigate(shop.url() + PAGE);
        return tab;
    }

    private Page tab() {
        Page tab = chromium.visit(1280, 900, ColorScheme.LIGHT);
        tab.onRequest(request -> asked.add(request.url()));
        return tab;
    }

    private void tells(Page tab, Map<String, Object> more) {
        Map<String, Object> told = new HashMap<>(more);
        told.put("url", events);
        told.put("key", suite.browserKey());
        told.put("anonymousId", visit.anonymousId());
        told.put("userId", suite.subjectOf(USER));
        told.put("marker", marker);
        tab.evaluate("text => tell(JSON.parse(text))", suite.text(told));
    }

    private void nobodyElseWasTold(Page tab) {
        assertThat(chromium.complaints()).isEmpty();
        assertThat(asked)
                .isNotEmpty()
                .allMatch(
                        url ->
                                url.startsWith(events)
                                        || url.startsWith(shop.url())
                                        || url.equals("about:blank"));
        tab.context().close();
    }

    /** As the person sees it who looks at what is known of them. */
    private List<JsonNode> storedOnceAndWhole(String library, String... types) {
        List<JsonNode> stored =
                Eventually.get(
                        List.of(types) + " are stored",
                        () -> mine("events"),
                        events -> events.size() >= types.length);
        assertThat(stored)
                .extracting(event -> event.get("type").asText())
                .containsExactlyInAnyOrder(types);
        for (JsonNode event : stored) {
            assertThat(event.at("/said/context/library/name").asText()).isEqualTo(library);
            assertThat(event.get("purposes")).hasSize(2);
            switch (event.get("type").asText()) {
                case "identify" -> assertThat(event.get("said").toString()).contains("camper");
                case "page" ->
                        assertThat(event.at("/properties/path").asText()).isEqualTo("/tents");
                case "group" -> {
                    assertThat(event.at("/said/groupId").asText()).isEqualTo("club-1");
                    assertThat(event.at("/said/traits/name").asText()).isEqualTo("Campers");
                }
                case "track" ->
                        assertThat(event.at("/properties/nested"))
                                .isEqualTo(suite.read("{\"deep\":[1,\"two\",null]}"));
                default -> {}
            }
        }
        assertThat(mine("values"))
                .as("the traits")
                .extracting(value -> value.get("name").asText())
                .containsExactly("marker");
        return stored;
    }

    private List<JsonNode> mine(String kind) {
        JsonNode known = visit.get("profile-service", "/v1/me/data").json();
        return StreamSupport.stream(known.get(kind).spliterator(), false)
                .filter(one -> one.toString().contains(marker))
                .toList();
    }
}
