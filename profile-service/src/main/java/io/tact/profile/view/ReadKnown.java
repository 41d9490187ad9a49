package io.tact.profile.view;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.keeping.Retention;
import io.tact.profile.keeping.RetentionConfig;
import io.tact.profile.reading.ReadLog;
import io.tact.profile.retention.Periods;
import io.tact.profile.source.Provider;
import io.tact.profile.source.Source;
import io.tact.profile.source.Sources;
import io.tact.profile.view.KnownAboutMe.KnownValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Collects everything known about some identities, whatever it may be used for. */
@ApplicationScoped
class ReadKnown {
    private static final int MOST_EVENTS = 500;
    private static final int MOST_READS = 500;

    private final KnownStore known;
    private final FindValues values;
    private final ReadLog log;
    private final Sources sources;
    private final Periods periods;
    private final Retention retention;
    private final InstantSource clock = InstantSource.system();

    ReadKnown(
            KnownStore known,
            FindValues values,
            ReadLog log,
            Sources sources,
            Periods periods,
            RetentionConfig retention) {
        this.known = known;
        this.values = values;
        this.log = log;
        this.sources = sources;
        this.periods = periods;
        this.retention = retention.retention();
    }

    Uni<KnownAboutMe> about(List<IdentityKey> identities) {
        Instant now = clock.instant();
        return Uni.combine()
                .all()
                .unis(
                        known.identities(identities),
                        known.links(identities),
                        values.of(identities, now),
                        known.events(identities, MOST_EVENTS + 1, now),
                        log.of(identities, MOST_READS),
                        known.asides(identities, now),
                        known.skips(identities, now))
                .with(
                        (named, links, all, events, reads, asides, skips) ->
                                new KnownAboutMe(
                                        named,
                                        links,
                                        KnownValue.of(all, this::provider, retention),
                                        events.stream()
                                                .limit(MOST_EVENTS)
                                                .filter(event -> !event.usedUntil().isEmpty())
                                                .toList(),
                                        events.size() > MOST_EVENTS,
                                        reads,
                                        asides,
                                        skips,
                                        periods.inForce()));
    }

    private Optional<String> provider(String source) {
        return sources.named(source).flatMap(Source::provider).map(Provider::name);
    }
}
