package io.tact.profile.view;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.computed.ReadComputed;
import io.tact.profile.keeping.Retention;
import io.tact.profile.keeping.RetentionConfig;
import io.tact.profile.limit.CurrentLimits;
import io.tact.profile.reading.ReadLog;
import io.tact.profile.retention.Periods;
import io.tact.profile.source.Provider;
import io.tact.profile.source.Source;
import io.tact.profile.source.Sources;
import io.tact.profile.trait.Adulthood;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.view.KnownAboutMe.KnownValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects everything known about some identities, whatever it may be used for. */
@ApplicationScoped
class ReadKnown {
    private static final int MOST_EVENTS = 500;
    private static final int MOST_READS = 500;

    private final KnownStore known;
    private final TraitStore traits;
    private final ReadLog log;
    private final CurrentLimits limits;
    private final Sources sources;
    private final ReadComputed computed;
    private final Periods periods;
    private final Retention retention;
    private final InstantSource clock = InstantSource.system();

    ReadKnown(
            KnownStore known,
            TraitStore traits,
            ReadLog log,
            CurrentLimits limits,
            Sources sources,
            ReadComputed computed,
            Periods periods,
            RetentionConfig retention) {
        this.known = known;
        this.traits = traits;
        this.log = log;
        this.limits = limits;
        this.sources = sources;
        this.computed = computed;
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
                        traits.of(identities, now)
                                .chain(said -> withInferred(identities, said, now)),
                        known.events(identities, MOST_EVENTS + 1, now),
                        log.of(identities, MOST_READS),
                        known.asides(identities, now),
                        known.skips(identities, now))
                .with(
                        (named, links, values, events, reads, asides, skips) ->
                                new KnownAboutMe(
                                        named,
                                        links,
                                        KnownValue.of(values, this::provider, retention),
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

    /** Of somebody who may be a minor, or does not want it, there is nothing more. */
    private Uni<List<KnownTrait>> withInferred(
            List<IdentityKey> identities, List<KnownTrait> said, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        if (Adulthood.of(said, said, today) != Adulthood.ADULT) {
            return Uni.createFrom().item(said);
        }
        return limits.allowConclusions(identities)
                .chain(
                        allowed ->
                                allowed
                                        ? computed.about(identities, said, now)
                                        : Uni.createFrom().item(List.<KnownTrait>of()))
                .map(inferred -> Stream.of(said, inferred).flatMap(List::stream).toList());
    }

    private Optional<String> provider(String source) {
        return sources.named(source).flatMap(Source::provider).map(Provider::name);
    }
}
