package io.tact.consent.erasure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.ForgetsPersons;
import io.tact.consent.erasure.Forgetting.NotInOrderYet;
import io.tact.consent.linked.FollowLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the person asked of all services: nothing of it is kept, not even as proof. */
@ApplicationScoped
class ForgetOnRequest implements ForgetsPersons {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ErasePerson erasePerson;
    private final AnsweredErasures answered;
    private final FollowLinks links;

    ForgetOnRequest(ErasePerson erasePerson, AnsweredErasures answered, FollowLinks links) {
        this.erasePerson = erasePerson;
        this.answered = answered;
        this.links = links;
    }

    @Override
    public void forget(List<Erasure> erasures) {
        answered.of(erasures).chain(done -> forgetAll(erasures, done)).await().atMost(PATIENCE);
        links.forget(erasures);
    }

    private Uni<Void> forgetAll(List<Erasure> erasures, Set<UUID> done) {
        return Multi.createFrom()
                .iterable(erasures)
                .filter(erasure -> !done.contains(erasure.request()))
                .onItem()
                .transformToUniAndConcatenate(this::forget)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> forget(Erasure erasure) {
        return erasePerson
                .erase(
                        List.copyOf(erasure.identities()),
                        erasure.erasedAt(),
                        (connection, deleted) -> answered.answer(connection, erasure, deleted))
                .map(ForgetOnRequest::done);
    }

    private static Void done(Forgetting ended) {
        if (ended instanceof NotInOrderYet) {
            throw new IllegalStateException("entries still wait for their place in the ledger");
        }
        return null;
    }
}
