package io.tact.frequency.reservation;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.clock.StoreClock;
import io.tact.frequency.rulebook.Candidate;
import io.tact.frequency.rulebook.Rulebook;
import io.tact.frequency.rulebook.Rulebooks;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Decides by the rules in force: a decision that met newer ones, or a row that moved meanwhile,
 * changed nothing and is made again.
 *
 * <p>All that a turn needs is read before it begins. A decision that holds a connection for its
 * transaction must not wait for a second one: a pool full of those would wait for ever.
 */
@ApplicationScoped
class Turns {
    private static final int MOST = 10;

    private final Rulebooks rulebooks;
    private final Items items;
    private final StoreClock clock;
    private final Pool database;

    Turns(Rulebooks rulebooks, Items items, StoreClock clock, Pool database) {
        this.rulebooks = rulebooks;
        this.items = items;
        this.clock = clock;
        this.database = database;
    }

    /**
     * The first decision that stands. Fails as a store that is away if there is none: nothing that
     * anybody would keep.
     *
     * @param eligible who may compete at all
     * @param deciding empty if it has to be asked again
     */
    <T> Uni<T> take(
            Request request,
            Predicate<Candidate> eligible,
            Function<Turn, Uni<Optional<T>>> deciding) {
        return take(request, eligible, deciding, MOST);
    }

    private <T> Uni<T> take(
            Request request,
            Predicate<Candidate> eligible,
            Function<Turn, Uni<Optional<T>>> deciding,
            int left) {
        return rulebooks
                .current(database)
                .chain(rulebook -> turn(rulebook, request, eligible))
                .chain(turn -> deciding.apply(turn))
                .chain(
                        decided ->
                                decided.isPresent()
                                        ? Uni.createFrom().item(decided.get())
                                        : again(request, eligible, deciding, left - 1));
    }

    private <T> Uni<T> again(
            Request request,
            Predicate<Candidate> eligible,
            Function<Turn, Uni<Optional<T>>> deciding,
            int left) {
        return left == 0
                ? Uni.createFrom()
                        .failure(new TimeoutException("The rules changed under " + MOST + " tries"))
                : rulebooks.reload(database).chain(() -> take(request, eligible, deciding, left));
    }

    private Uni<Turn> turn(Rulebook rulebook, Request request, Predicate<Candidate> eligible) {
        if (clock.now().isEmpty()) {
            return Uni.createFrom().failure(new TimeoutException("The store never told its time"));
        }
        List<Candidate> interested = rulebook.candidates(request.placement(), request.asked());
        List<Candidate> candidates = interested.stream().filter(eligible).toList();
        long now = clock.now().getAsLong();
        return items.numbers(Items.of(candidates))
                .map(numbers -> new Turn(rulebook, interested, candidates, numbers, now));
    }
}
