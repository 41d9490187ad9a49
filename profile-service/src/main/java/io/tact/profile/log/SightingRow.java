package io.tact.profile.log;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.event.EventType;
import io.tact.profile.event.Subject;
import io.tact.profile.event.TrackedEvent;
import io.tact.profile.identity.NamedIdentity;
import io.tact.profile.identity.Pair;
import io.tact.profile.identity.Rule;
import io.tact.profile.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an event says about two identities.
 *
 * @param permitted whether both allow to be linked, now; null if that is not known
 * @param unlessKey an identity that must not be known, or this says nothing
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SightingRow(
        String leftKey,
        String leftType,
        String rightKey,
        String rightType,
        String rule,
        boolean confirms,
        @Nullable Boolean permitted,
        @Nullable String unlessKey,
        String source,
        String eventId,
        Instant at) {

    /** An order lists identities for stopping only, never for linking. */
    public static List<SightingRow> of(
            TrackedEvent event, Source source, Function<Pair, @Nullable Boolean> permitted) {
        Subject subject = event.subject();
        NamedIdentity user = subject.user();
        var rows = new ArrayList<SightingRow>();
        if (user == null || event.isOrder()) {
            return rows;
        }
        var seen = new Sighting(event, source, permitted);
        if (subject.anonymous() != null) {
            rows.add(
                    seen.between(
                            user,
                            subject.anonymous(),
                            source.isBrowser() ? Rule.BROWSER_EVENT : Rule.SERVER_EVENT,
                            null));
        }
        if (subject.email() != null) {
            rows.add(seen.between(user, subject.email(), Rule.SERVER_EVENT, null));
        }
        if (event.type() == EventType.ALIAS && subject.previous() != null) {
            rows.add(
                    seen.between(
                            user,
                            subject.previous(),
                            source.isBrowser() ? Rule.BROWSER_ALIAS : Rule.SERVER_ALIAS,
                            subject.previousAsUser()));
        }
        return rows;
    }

    private record Sighting(
            TrackedEvent event, Source source, Function<Pair, @Nullable Boolean> permitted) {
        SightingRow between(
                NamedIdentity one, NamedIdentity other, Rule rule, @Nullable IdentityKey unless) {
            Pair pair = Pair.of(one, other);
            return new SightingRow(
                    pair.left().key().value(),
                    pair.left().type().wire(),
                    pair.right().key().value(),
                    pair.right().type().wire(),
                    rule.wire(),
                    rule.confirms(),
                    permitted.apply(pair),
                    unless == null ? null : unless.value(),
                    source.name(),
                    event.id().value(),
                    event.times().at());
        }
    }
}
