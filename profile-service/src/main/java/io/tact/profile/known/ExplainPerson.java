package io.tact.profile.known;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.keeping.Retention;
import io.tact.profile.keeping.RetentionConfig;
import io.tact.profile.known.Explanation.KnownValue;
import io.tact.profile.source.Provider;
import io.tact.profile.source.Source;
import io.tact.profile.source.Sources;
import io.tact.profile.view.FindValues;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The one explanation that there is: the customer's, and of it what staff are shown. */
@ApplicationScoped
public class ExplainPerson {
    private final ExplanationStore store;
    private final FindValues values;
    private final Sources sources;
    private final Retention retention;

    ExplainPerson(
            ExplanationStore store, FindValues values, Sources sources, RetentionConfig retention) {
        this.store = store;
        this.values = values;
        this.sources = sources;
        this.retention = retention.retention();
    }

    public Uni<Explanation> of(List<IdentityKey> identities, Instant now) {
        return store.around(identities)
                .chain(
                        graph ->
                                Uni.combine()
                                        .all()
                                        .unis(
                                                store.identities(identities, graph),
                                                store.links(identities, graph),
                                                values.of(identities, now))
                                        .with(
                                                (named, links, all) ->
                                                        new Explanation(
                                                                named,
                                                                links,
                                                                KnownValue.of(
                                                                        all,
                                                                        this::provider,
                                                                        retention))));
    }

    private Optional<String> provider(String source) {
        return sources.named(source).flatMap(Source::provider).map(Provider::name);
    }
}
