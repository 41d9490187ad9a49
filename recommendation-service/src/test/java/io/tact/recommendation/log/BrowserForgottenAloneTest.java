package io.tact.recommendation.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.erasure.SomebodyForgotten;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.history.People;
import io.tact.recommendation.history.Persons;
import io.tact.recommendation.history.Preferences;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Its records of before name a person who lives. */
class BrowserForgottenAloneTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new JavaTimeModule());
    private static final IdentityKey ANN = People.key("ann");
    private static final IdentityKey TABLET = People.key("tablet");
    private static final IdentityKey PHONE = People.key("phone");
    private static final Instant ERASED = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant BEFORE = ERASED.minusMillis(1);
    private static final Instant AFTER = ERASED.plusMillis(1);

    private final Forgotten forgotten = new Forgotten();
    private final Persons persons = new Persons();
    private final Preferences preferences = new Preferences();
    private final IdentityTopic identities = new IdentityTopic(persons, forgotten, JSON);
    private final ViewTopic views = new ViewTopic(preferences, forgotten, JSON);

    @BeforeEach
    void erasePhone() throws IOException {
        SomebodyForgotten.add(
                forgotten, new Erasure(UUID.randomUUID(), ERASED, Set.of(PHONE), Set.of()));
        says(ANN, 2, BEFORE);
        says(TABLET, 2, BEFORE);
    }

    @Test
    void oldRecordDoesNotMakeItKnownAgainHoweverLateItIsRepeated() throws IOException {
        says(PHONE, 2, BEFORE);
        says(PHONE, 3, ERASED);

        assertThat(persons.names(List.of(PHONE))).containsExactly(PHONE.value());
        assertThat(persons.family(List.of(ANN))).containsExactlyInAnyOrder(ANN, TABLET);
    }

    @Test
    void seenAgainItIsKnownAgainAndAnOldRecordChangesNothing() throws IOException {
        says(PHONE, 1, AFTER);
        says(PHONE, 2, BEFORE);

        assertThat(persons.family(List.of(ANN))).containsExactlyInAnyOrder(ANN, TABLET, PHONE);
    }

    @Test
    void recordThatDoesNotSaySinceWhenIsJudgedByItsOwnTime() throws IOException {
        byte[] unsaid = "{\"person\":\"person\",\"version\":9}".getBytes(UTF_8);

        identities.read(PHONE.value(), unsaid, ERASED);
        assertThat(persons.family(List.of(PHONE))).containsExactly(PHONE);
        identities.read(PHONE.value(), unsaid, AFTER);
        assertThat(persons.family(List.of(PHONE))).containsExactlyInAnyOrder(ANN, TABLET, PHONE);
    }

    @Test
    void oldViewOfThePersonDoesNotBringBackWhatWasSaidThere() throws IOException {
        String said =
                "{\"value\":\"%s\",\"class\":\"told\",\"identityKey\":\"%s\",\"purposes\":[\"experience\"],\"at\":\"%s\"}";
        String view =
                "{\"version\":2,\"traits\":{\"favourite_kind\":[%s,%s,%s]}}"
                        .formatted(
                                said.formatted("tent", PHONE.value(), BEFORE),
                                said.formatted("mug", PHONE.value(), AFTER),
                                said.formatted("coat", ANN.value(), BEFORE));

        views.read("person", view.getBytes(UTF_8), AFTER);

        assertThat(preferences.of(List.of("person")))
                .extracting(liked -> liked.kind())
                .containsExactlyInAnyOrder("mug", "coat");
    }

    private void says(IdentityKey key, long version, Instant firstSeenAt) throws IOException {
        identities.read(
                key.value(),
                "{\"person\":\"person\",\"version\":%d,\"firstSeenAt\":\"%s\"}"
                        .formatted(version, firstSeenAt)
                        .getBytes(UTF_8),
                ERASED.plusSeconds(60));
    }
}
