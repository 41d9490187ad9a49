package io.tact.profile.question.answer;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.profile.log.Batch;
import io.tact.profile.log.EventLogStore;
import io.tact.profile.publishing.ProfileRelay;
import io.tact.profile.question.Question;
import io.tact.profile.question.answer.Said.AboutMe;
import io.tact.profile.question.answer.Said.AboutSomebodyElse;
import io.tact.profile.telling.Teller;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.trait.TraitRow;
import io.tact.profile.trait.ValueClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes down what was said, where it belongs. */
@ApplicationScoped
class KeepAnswer {
    /** Long enough to finish the errand. */
    private static final Duration FOR_SOMEBODY_ELSE = Duration.ofHours(24);

    private final EventLogStore traits;
    private final SaidStore said;
    private final ProfileRelay relay;

    KeepAnswer(EventLogStore traits, SaidStore said, ProfileRelay relay) {
        this.traits = traits;
        this.said = said;
        this.relay = relay;
    }

    /** Until when it counts. */
    Uni<Instant> keep(Caller caller, Question question, Said what, Instant now, String requestId) {
        Teller teller = Teller.of(caller);
        if (what instanceof AboutMe me) {
            return tell(teller, question, me.value(), now, requestId);
        }
        if (what instanceof AboutSomebodyElse other) {
            Instant until = now.plus(FOR_SOMEBODY_ELSE);
            return said.keepAside(teller, question, other.value(), now, until).replaceWith(until);
        }
        Instant until = question.notAskedUntil(now);
        return said.skip(teller.identity().key(), question.name(), now, until).replaceWith(until);
    }

    private Uni<Instant> tell(
            Teller teller, Question question, SaidValue value, Instant now, String requestId) {
        Instant until = question.keptUntil(now);
        var told =
                new KnownTrait(
                        question.name(),
                        value.json(),
                        ValueClass.TOLD,
                        teller.identity().key(),
                        Set.of(question.purpose()),
                        teller.source(),
                        now,
                        UUID.randomUUID().toString(),
                        null,
                        until);
        Batch batch = Batch.told(teller.identity(), List.of(TraitRow.of(told)));
        return traits.accept(batch.row(now, requestId, List.of()))
                .invoke(accepted -> relay.nudge())
                .chain(() -> said.unskip(teller.identity().key(), question.name()))
                .replaceWith(until);
    }
}
