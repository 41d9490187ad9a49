package io.tact.consent.consents;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.answer.Change;
import io.tact.consent.answer.Statement;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.consents.Recording.Damaged;
import io.tact.consent.consents.Recording.Recorded;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class GroupCommitTest {
    private static final Change NO = said(false);
    private static final Change YES = said(true);

    @Inject GroupCommit commits;
    @Inject IdentityKeys keys;
    @Inject AgroalDataSource database;

    @Test
    void whoeverArrivesTogetherIsKeptEachWithAnAnswerOfTheirOwn() {
        List<IdentityKey> people = people(200);

        List<Recording> kept = saidBy(people, YES);

        assertThat(kept)
                .allSatisfy(
                        one ->
                                assertThat(consent(one).answers().grant(Purpose.MARKETING))
                                        .isTrue());
        assertThat(kept.stream().flatMap(one -> consent(one).versions().stream()))
                .containsExactlyElementsOf(
                        people.stream().map(person -> new ConsentSeq(person, 1)).toList());
    }

    @Test
    void changesOfOneIdentityAreKeptInTheOrderOfTheirArrival() {
        IdentityKey ann = people(1).get(0);

        List<Recording> kept =
                all(
                        IntStream.range(0, 21)
                                .mapToObj(i -> commits.commit(change(i % 2 == 0 ? NO : YES, ann)))
                                .toList());

        assertThat(kept.stream().map(one -> consent(one).versions().get(0).version()))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 21).boxed().toList());
        assertThat(kept.stream().map(one -> consent(one).answers().grant(Purpose.MARKETING)))
                .startsWith(false, true, false)
                .endsWith(true, false);
    }

    @Test
    void damagedRowKeepsNobodyElseFromBeingHeard() throws SQLException {
        List<IdentityKey> people = people(40);
        IdentityKey forged = people.get(20);
        IdentityKey putBack = people.get(30);
        saidBy(people, YES);
        execute(
                "create table earlier as select * from consent_state where identity_key = '%s'",
                putBack.value());
        saidBy(people, NO);
        execute(
                "update consent_state set answers = replace(answers::text, 'withdrawn', 'granted')::jsonb where identity_key = '%s'",
                forged.value());
        execute(
                """
                update consent_state set answers = earlier.answers, seal = earlier.seal, version = earlier.version, recorded_at = earlier.recorded_at
                from earlier where earlier.identity_key = consent_state.identity_key and earlier.identity_key = '%s'""",
                putBack.value());
        execute("drop table earlier");

        List<Recording> kept = saidBy(people, NO);

        assertThat(kept.get(20)).isInstanceOf(Damaged.class);
        assertThat(kept.get(30)).isInstanceOf(Damaged.class);
        assertThat(kept.stream().filter(Recorded.class::isInstance)).hasSize(38);
    }

    private List<Recording> saidBy(List<IdentityKey> people, Change change) {
        return all(people.stream().map(person -> commits.commit(change(change, person))).toList());
    }

    private static Consent consent(Recording kept) {
        assertThat(kept).isInstanceOf(Recorded.class);
        return ((Recorded) kept).consent();
    }

    private static List<Recording> all(List<Uni<Recording>> commits) {
        return Uni.join().all(commits).andFailFast().await().atMost(Duration.ofSeconds(30));
    }

    private List<IdentityKey> people(int count) {
        return Stream.generate(() -> keys.of(Identity.customer("customer-" + UUID.randomUUID())))
                .limit(count)
                .toList();
    }

    private static Unrecorded change(Change change, IdentityKey person) {
        return new Unrecorded(List.of(person), change, "a request");
    }

    private static Statement said(boolean yes) {
        return new Statement(
                Map.of(Purpose.MARKETING, yes), false, Optional.empty(), Optional.empty());
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql.formatted(parameters));
        }
    }
}
