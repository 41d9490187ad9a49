package io.tact.profile.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.profile.event.TrackedEvent;
import io.tact.profile.identity.Pair;
import io.tact.profile.keeping.Answers;
import io.tact.profile.keeping.Judgement;
import io.tact.profile.keeping.Judgement.Kept;
import io.tact.profile.keeping.Judgement.Undecided;
import io.tact.profile.keeping.KeepingPolicy;
import io.tact.profile.keeping.RetentionConfig;
import io.tact.profile.log.Batch;
import io.tact.profile.log.EventRow;
import io.tact.profile.log.SightingRow;
import io.tact.profile.segment.DeadLetter;
import io.tact.profile.segment.Message;
import io.tact.profile.segment.MessageReader;
import io.tact.profile.segment.Reading;
import io.tact.profile.segment.Reading.NotUnderstood;
import io.tact.profile.segment.Reading.Understood;
import io.tact.profile.segment.Reason;
import io.tact.profile.source.Source;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.trait.TraitRow;
import io.tact.profile.trait.ValueClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads each message and asks what may become of it; writes nothing. */
@ApplicationScoped
class SortMessages {
    private final MessageReader reader;
    private final SubjectAnswers answers;
    private final Consents consents;
    private final KeepingPolicy policy;
    private final Forgotten forgotten;

    SortMessages(
            MessageReader reader,
            SubjectAnswers answers,
            Consents consents,
            RetentionConfig retention,
            Forgotten forgotten) {
        this.policy = new KeepingPolicy(retention.retention());
        this.reader = reader;
        this.answers = answers;
        this.consents = consents;
        this.forgotten = forgotten;
    }

    Batch sort(Delivery delivery) {
        List<ConsentSeq> shown = ConsentSeq.parse(delivery.shown());
        var batch = new Batch();
        for (Message message : delivery.messages()) {
            Reading reading = reader.read(message);
            if (reading instanceof Understood understood) {
                unforgotten(understood.event())
                        .ifPresentOrElse(
                                event ->
                                        sort(
                                                message,
                                                new Understood(event, understood.leftOut()),
                                                answers.of(event, shown, delivery.privacySignal()),
                                                batch),
                                batch::refuse);
            } else if (reading instanceof NotUnderstood not) {
                batch.bury(DeadLetter.of(message, not.reason(), not.field()));
            }
        }
        return batch;
    }

    private void sort(Message message, Understood understood, Answers answers, Batch batch) {
        TrackedEvent event = understood.event();
        Judgement judgement = policy.judge(event, message.source(), answers);
        if (judgement instanceof Kept kept) {
            keep(event, message.source(), kept, batch);
            understood.leftOut().stream()
                    .map(field -> DeadLetter.of(message, Reason.SENSITIVE_VALUE, field))
                    .forEach(batch::bury);
        } else if (judgement instanceof Undecided undecided) {
            batch.leaveUndecided(
                    recognisable(message.body(), event.messageId()), undecided.awaited());
        } else {
            batch.refuse();
        }
    }

    /**
     * Without whom it names of before their erasure. Nothing if it is theirs: it does not even wait
     * for an answer. The database asks again for who is just being erased.
     */
    private Optional<TrackedEvent> unforgotten(TrackedEvent event) {
        return event.without(key -> forgotten.holds(key, event.times().at()));
    }

    /** With the message id that was made for it, so that it is the same event when it is judged. */
    private static JsonNode recognisable(JsonNode body, String messageId) {
        ObjectNode message = body.deepCopy();
        return message.put("messageId", messageId);
    }

    private void keep(TrackedEvent event, Source source, Kept kept, Batch batch) {
        batch.keep(
                EventRow.of(batch.position(), event, source, kept),
                event.subject().identities(),
                traits(event, source, kept),
                SightingRow.of(event, source, this::mayBeLinked));
    }

    private static List<TraitRow> traits(TrackedEvent event, Source source, Kept kept) {
        ValueClass valueClass = source.isBrowser() ? ValueClass.OBSERVED : ValueClass.DECLARED;
        // a contract needs the order and not what else was said with it
        return kept.purposes().isEmpty()
                ? List.of()
                : event.traits().stream()
                        .map(
                                stated ->
                                        new KnownTrait(
                                                stated.name(),
                                                stated.value(),
                                                valueClass,
                                                event.subject().recorder().key(),
                                                kept.purposes(),
                                                source.name(),
                                                event.times().at(),
                                                event.messageId(),
                                                event.id().value(),
                                                null))
                        .map(TraitRow::of)
                        .toList();
    }

    private @Nullable Boolean mayBeLinked(Pair pair) {
        Permissions live = consents.permissionsOf(List.of(pair.left().key(), pair.right().key()));
        return live.isUndecided() ? null : live.allows(Purpose.IDENTITY_LINK);
    }
}
