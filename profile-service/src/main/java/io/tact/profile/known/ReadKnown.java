package io.tact.profile.known;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.known.KnownAboutMe.KnownLookup;
import io.tact.profile.reading.LookupLog;
import io.tact.profile.reading.ReadLog;
import io.tact.profile.retention.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Collects everything known about some identities, whatever it may be used for. */
@ApplicationScoped
class ReadKnown {
    private static final int MOST_EVENTS = 500;
    private static final int MOST_READS = 500;

    private final ExplainPerson explain;
    private final KnownStore known;
    private final ReadLog reads;
    private final LookupLog lookups;
    private final Periods periods;
    private final InstantSource clock = InstantSource.system();

    ReadKnown(
            ExplainPerson explain,
            KnownStore known,
            ReadLog reads,
            LookupLog lookups,
            Periods periods) {
        this.explain = explain;
        this.known = known;
        this.reads = reads;
        this.lookups = lookups;
        this.periods = periods;
    }

    Uni<KnownAboutMe> about(List<IdentityKey> identities) {
        Instant now = clock.instant();
        return Uni.combine()
                .all()
                .unis(
                        explain.of(identities, now),
                        known.events(identities, MOST_EVENTS + 1, now),
                        reads.of(identities, MOST_READS),
                        lookups.of(identities, MOST_READS),
                        known.asides(identities, now),
                        known.skips(identities, now))
                .with(
                        (explained, events, read, looked, asides, skips) ->
                                new KnownAboutMe(
                                        explained.identities(),
                                        explained.links(),
                                        explained.values(),
                                        events.stream()
                                                .limit(MOST_EVENTS)
                                                .filter(event -> !event.usedUntil().isEmpty())
                                                .toList(),
                                        events.size() > MOST_EVENTS,
                                        read,
                                        looked.stream().map(KnownLookup::of).toList(),
                                        asides,
                                        skips,
                                        periods.inForce()));
    }
}
