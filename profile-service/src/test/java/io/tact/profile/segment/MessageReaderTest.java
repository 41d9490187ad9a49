package io.tact.profile.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.profile.event.EventType;
import io.tact.profile.event.LineItem;
import io.tact.profile.event.StatedConsent;
import io.tact.profile.event.StatedTrait;
import io.tact.profile.event.TrackedEvent;
import io.tact.profile.identity.IdentityType;
import io.tact.profile.identity.NamedIdentity;
import io.tact.profile.segment.Reading.NotUnderstood;
import io.tact.profile.segment.Reading.Understood;
import io.tact.profile.source.Collects;
import io.tact.profile.source.Ground;
import io.tact.profile.source.Source;
import io.tact.profile.source.SourceKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Source WEB = new Source("web", SourceKind.BROWSER, Ground.CONSENT);
    private static final Source ERP = new Source("erp", SourceKind.SERVER, Ground.CONTRACT);

    private final IdentityKeys keys = new IdentityKeys("0123456789abcdef0123456789abcdef");
    private final MessageReader reader = new MessageReader(keys);

    @Test
    void commerceFieldsAreFoundAndTheRestStaysTogether() {
        TrackedEvent event =
                understood(
                        ERP,
                        """
                        {"type":"track","event":"Order Completed","messageId":"m1","userId":"ann","anonymousId":"a1",
                         "timestamp":"2026-01-31T11:00:00+01:00",
                         "properties":{"order_id":4711,"note":"for Ben","products":[
                            {"product_id":"tent-1","price":"99.50","quantity":2},{"product_id":7},{"sku":"none"},
                            {"product_id":"coat-1","price":"free","quantity":"many"}]}}""");

        assertThat(event.name()).isEqualTo("Order Completed");
        assertThat(event.isOrder()).isTrue();
        assertThat(event.orderId()).isEqualTo("4711");
        assertThat(event.products())
                .containsExactly(
                        new LineItem("tent-1", 2, new BigDecimal("99.50")),
                        new LineItem("7", 1, null),
                        new LineItem("coat-1", 1, null));
        assertThat(event.properties()).contains("for Ben");
        assertThat(event.times().at()).isEqualTo(Instant.parse("2026-01-31T10:00:00Z"));
    }

    @Test
    void whatItsSourceDidNotDeclareIsNotTakenAndTheFieldIsNamed() {
        String bugged =
                "{\"type\":\"page\",\"anonymousId\":\"a1\",\"properties\":{\"rooms\":[{\"microphone\":{\"on\":true}}]}}";
        var bug =
                new Source(
                        "bug",
                        SourceKind.BROWSER,
                        Ground.CONSENT,
                        Collects.of(List.of("*", "properties.rooms.microphone")),
                        Optional.empty());

        assertThat(read(WEB, bugged))
                .isEqualTo(
                        new NotUnderstood(
                                Reason.FIELD_NOT_DECLARED, "properties.rooms.microphone.on"));
        assertThat(
                        read(
                                WEB,
                                "{\"type\":\"page\",\"anonymousId\":\"a1\",\"context\":{\"where\":\"52.52000,13.40500\"}}"))
                .isEqualTo(new NotUnderstood(Reason.FIELD_NOT_DECLARED, "context.where"));
        assertThat(understood(bug, bugged).name()).isEqualTo("page");
    }

    @Test
    void traitsInTheContextOfAnIdentifyAreItsTraits() {
        assertThat(
                        understood(
                                        WEB,
                                        "{\"type\":\"identify\",\"anonymousId\":\"a1\",\"context\":{\"traits\":{\"size\":42}}}")
                                .traits())
                .containsExactly(new StatedTrait("size", "42"));
        assertThat(
                        understood(
                                        WEB,
                                        "{\"type\":\"page\",\"anonymousId\":\"a1\",\"context\":{\"traits\":{\"size\":42}}}")
                                .traits())
                .isEmpty();
    }

    @Test
    void restOfAMessageStaysWithoutItsIdentitiesAndItsKey() {
        TrackedEvent event =
                understood(
                        ERP,
                        """
                        {"type":"group","messageId":"m1","userId":"ann","anonymousId":"a1","groupId":"g1","writeKey":"secret",
                         "sentAt":"2026-01-31T11:00:00Z","context":{"page":{"path":"/"}},"traits":{"name":"Campers"},
                         "integrations":{"All":true},"_metadata":{"bundled":[]}}""");

        assertThat(event.said())
                .isEqualTo(
                        "{\"groupId\":\"g1\",\"context\":{\"page\":{\"path\":\"/\"}},\"traits\":{\"name\":\"Campers\"},\"integrations\":{\"All\":true},\"_metadata\":{\"bundled\":[]}}");
        assertThat(understood(ERP, "{\"type\":\"page\",\"userId\":\"ann\"}").said()).isNull();
    }

    @Test
    void productOfAnEventIsItsOnlyOne() {
        assertThat(
                        understood(
                                        WEB,
                                        "{\"type\":\"track\",\"event\":\"Product Viewed\",\"anonymousId\":\"a1\",\"properties\":{\"product_id\":\"tent-1\",\"price\":99}}")
                                .products())
                .containsExactly(new LineItem("tent-1", 1, new BigDecimal("99")));
    }

    @Test
    void serverRecordsUnderTheUserAndABrowserUnderItself() {
        String both = "{\"type\":\"page\",\"userId\":\"ann\",\"anonymousId\":\"a1\"}";

        assertThat(understood(ERP, both).subject().recorder().key())
                .isEqualTo(keys.of(Identity.customer("ann")));
        assertThat(understood(WEB, both).subject().recorder().key())
                .isEqualTo(keys.of(Identity.visitor("a1")));
        assertThat(understood(WEB, both).subject().identities()).hasSize(2);
    }

    @Test
    void emailIsAnIdentityOnlyFromAServer() {
        String identify =
                "{\"type\":\"identify\",\"anonymousId\":\"a1\",\"userId\":\"ann\",\"traits\":{\"email\":\" Ann@Shop.example \",\"gone\":null}}";

        var server = understood(ERP, identify);
        assertThat(server.subject().email())
                .isEqualTo(NamedIdentity.of(IdentityType.EMAIL, "ann@shop.example", keys));
        assertThat(server.subject().deciders())
                .as("the address is no second person who was asked")
                .hasSize(2);
        assertThat(understood(WEB, identify).subject().email()).isNull();
        assertThat(understood(ERP, identify.replace("identify", "group")).subject().email())
                .as("the address of a group is nobody's")
                .isNull();
        assertThat(server.traits())
                .as("null says nothing")
                .containsExactly(new StatedTrait("email", "\" Ann@Shop.example \""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "anonymous", "00000000-0000-0000-0000-000000000000", "NaN"})
    void whatNamesNobodyIsAsGoodAsAbsentAndTheOthersStillTell(String junk) {
        var event =
                understood(
                        ERP,
                        "{\"type\":\"page\",\"anonymousId\":\"a1\",\"userId\":\"%s\"}"
                                .formatted(junk));

        assertThat(event.subject().user()).isNull();
        assertThat(event.subject().recorder().key()).isEqualTo(keys.of(Identity.visitor("a1")));
        assertThat(
                        read(
                                WEB,
                                "{\"type\":\"page\",\"anonymousId\":\"%s\",\"userId\":\"ann\"}"
                                        .formatted(junk)))
                .isEqualTo(new NotUnderstood(Reason.ANONYMOUS_ID_MISSING, null));
        assertThat(
                        read(
                                ERP,
                                "{\"type\":\"alias\",\"previousId\":\"%s\",\"userId\":\"ann\"}"
                                        .formatted(junk)))
                .isEqualTo(new NotUnderstood(Reason.ALIAS_INCOMPLETE, null));
    }

    @Test
    void aliasNamesWhoTheUserWas() {
        var alias =
                understood(ERP, "{\"type\":\"alias\",\"userId\":\"ann\",\"previousId\":\"a1\"}");

        assertThat(alias.type()).isEqualTo(EventType.ALIAS);
        assertThat(alias.subject().previous())
                .isEqualTo(NamedIdentity.of(IdentityType.ANONYMOUS_ID, "a1", keys));
        assertThat(alias.subject().previousAsUser()).isEqualTo(keys.of(Identity.customer("a1")));
    }

    @Test
    void missingMessageIdIsMadeAndAnotherOneEachTime() {
        String page = "{\"type\":\"page\",\"anonymousId\":\"a1\"}";

        assertThat(understood(WEB, page).messageId())
                .isNotBlank()
                .isNotEqualTo(understood(WEB, page).messageId());
    }

    @Test
    void statedConsentIsWhatIsSaidToBeTrueOrFalse() {
        assertThat(
                        understood(
                                        ERP,
                                        """
                                        {"type":"page","userId":"ann","context":{"consent":{"categoryPreferences":
                                         {"experience":true,"marketing":false,"measurement":"true","invented":true}}}}""")
                                .statedConsent())
                .contains(new StatedConsent(Set.of(Purpose.EXPERIENCE), Set.of(Purpose.MARKETING)));
        assertThat(understood(ERP, "{\"type\":\"page\",\"userId\":\"ann\"}").statedConsent())
                .isEmpty();
    }

    @Test
    void sessionIsADigestSinceASenderMayPutAnythingThere() {
        var event =
                understood(
                        WEB,
                        "{\"type\":\"page\",\"anonymousId\":\"a1\",\"context\":{\"sessionId\":\"ann@shop.example\"}}");

        assertThat(event.sessionId()).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void pathSaysTheTypeWhereItDoes() throws JsonProcessingException {
        var message =
                new Message(
                        WEB,
                        JSON.readTree("{\"type\":\"page\",\"anonymousId\":\"a1\",\"event\":\"X\"}"),
                        "track",
                        null,
                        NOW);

        assertThat(((Understood) reader.read(message)).event().type()).isEqualTo(EventType.TRACK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    NOT_AN_OBJECT        | erp | [1]
                    NOT_AN_OBJECT        | erp | "text"
                    TYPE_UNKNOWN         | erp | {"userId":"ann"}
                    TYPE_UNKNOWN         | erp | {"type":"click","userId":"ann"}
                    EVENT_NAME_MISSING   | erp | {"type":"track","userId":"ann"}
                    EVENT_NAME_MISSING   | erp | {"type":"track","userId":"ann","event":"  "}
                    IDENTITY_MISSING     | erp | {"type":"page"}
                    IDENTITY_MISSING     | web | {"type":"page","anonymousId":"","userId":null}
                    ANONYMOUS_ID_MISSING | web | {"type":"page","userId":"ann"}
                    ALIAS_INCOMPLETE     | erp | {"type":"alias","userId":"ann"}
                    ALIAS_INCOMPLETE     | web | {"type":"alias","anonymousId":"a","previousId":"b"}
                    TIME_MALFORMED       | erp | {"type":"page","userId":"ann","timestamp":"yesterday"}
                    TIME_MALFORMED       | erp | {"type":"page","userId":"ann","timestamp":1769860800}
                    TIME_MALFORMED       | erp | {"type":"page","userId":"ann","timestamp":"1969-12-31T23:59:59Z"}
                    TIME_IN_FUTURE       | erp | {"type":"page","userId":"ann","timestamp":"2026-02-01T12:00:00.001Z"}
                    ORDER_FROM_BROWSER   | web | {"type":"track","anonymousId":"a","event":"Order Completed"}
                    ORDER_FROM_BROWSER   | web | {"type":"track","anonymousId":"a","event":" order completed"}
                    ORDER_FROM_BROWSER   | web | {"type":"track","anonymousId":"a","event":"Order Refunded"}
                    UNSTORABLE_CHARACTER | erp | {"type":"page","userId":"an\\u0000n"}
                    TRAITS_MALFORMED     | erp | {"type":"identify","userId":"ann","traits":{"":1}}
                    """)
    void whatIsNotUnderstoodHasAReason(Reason reason, String source, String body) {
        assertThat(read(source.equals("web") ? WEB : ERP, body))
                .isEqualTo(new NotUnderstood(reason, null));
    }

    @Test
    void lengthsAreLimitedAndWhatFitsExactlyIsTaken() {
        assertThat(read(ERP, page("an".repeat(512), "m".repeat(255))))
                .isInstanceOf(Understood.class);
        assertThat(read(ERP, page("an".repeat(512) + "n", "m")))
                .isEqualTo(new NotUnderstood(Reason.IDENTITY_MISSING, null));
        assertThat(read(ERP, page("u", "m".repeat(256))))
                .isEqualTo(new NotUnderstood(Reason.MESSAGE_ID_TOO_LONG, null));
        assertThat(
                        read(
                                ERP,
                                "{\"type\":\"page\",\"userId\":\"u\",\"x\":\""
                                        + "x".repeat(65_536)
                                        + "\"}"))
                .isEqualTo(new NotUnderstood(Reason.TOO_LARGE, null));
        assertThat(
                        read(
                                ERP,
                                "{\"type\":\"track\",\"userId\":\"u\",\"event\":\""
                                        + "e".repeat(201)
                                        + "\"}"))
                .isEqualTo(new NotUnderstood(Reason.EVENT_NAME_TOO_LONG, null));
    }

    private static String page(String userId, String messageId) {
        return "{\"type\":\"page\",\"userId\":\"%s\",\"messageId\":\"%s\"}"
                .formatted(userId, messageId);
    }

    private TrackedEvent understood(Source source, String body) {
        Reading reading = read(source, body);
        assertThat(reading).isInstanceOf(Understood.class);
        return ((Understood) reading).event();
    }

    private Reading read(Source source, String body) {
        try {
            return reader.read(new Message(source, JSON.readTree(body), null, null, NOW));
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(body, noJson);
        }
    }
}
