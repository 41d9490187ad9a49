package io.tact.frequency.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.web.StoreUnavailable;
import io.tact.frequency.ServiceUnderTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class TurnsTest {
    private static final Request REQUEST =
            new Request(
                    new Caller(Optional.empty(), Optional.empty(), List.of(), false),
                    "turns.a",
                    List.of(),
                    Optional.empty(),
                    "test");

    @Inject Turns turns;

    @Test
    void decisionThatMetNewerRulesIsMadeAgain() {
        var tries = new AtomicInteger();

        int decided =
                take(tries, tried -> tried < 3 ? Optional.empty() : Optional.of(tried))
                        .await()
                        .atMost(Duration.ofSeconds(60));

        assertThat(decided).isEqualTo(3);
    }

    @Test
    void rulesThatChangeUnderEveryTryAreAsGoodAsAStoreThatIsAway() {
        var tries = new AtomicInteger();

        Throwable trouble =
                take(tries, tried -> Optional.empty())
                        .onItem()
                        .transform(decided -> (Throwable) new AssertionError(decided))
                        .onFailure()
                        .recoverWithItem(failure -> failure)
                        .await()
                        .atMost(Duration.ofSeconds(60));

        assertThat(StoreUnavailable.is(trouble)).as("%s", trouble).isTrue();
        assertThat(tries).hasValue(10);
    }

    private Uni<Integer> take(
            AtomicInteger tries, java.util.function.IntFunction<Optional<Integer>> outcome) {
        return turns.take(
                REQUEST,
                anybody -> true,
                turn -> Uni.createFrom().item(() -> outcome.apply(tries.incrementAndGet())));
    }
}
