package io.tact.consent.notice;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.Statement;
import io.tact.consent.answer.Widened;
import io.tact.consent.client.Purpose;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import org.jboss.logging.Logger;

/** The registry in memory, as it was a second ago at most; any replica may add to it. */
@ApplicationScoped
public class CurrentNotices {
    private static final Logger LOG = Logger.getLogger(CurrentNotices.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final NoticeStore store;
    private final Vertx vertx;
    private volatile Known known = new Known(KnownNotices.NONE);

    /** With what every answer asks of them. */
    private record Known(KnownNotices notices, KnownNotices sensitive, Widened widened) {
        Known(KnownNotices notices) {
            this(notices, notices.askingForSensitive(), notices.widened());
        }
    }

    CurrentNotices(NoticeStore store, Vertx vertx) {
        this.store = store;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), tick -> look());
    }

    private void look() {
        store.count()
                .chain(
                        count ->
                                count == known.notices().inOrder().size()
                                        ? Uni.createFrom().item(known.notices())
                                        : refresh())
                .subscribe()
                .with(
                        seen -> {},
                        trouble ->
                                LOG.warnf(
                                        "Notices were not looked at: cause=%s",
                                        trouble.getMessage()));
    }

    Uni<KnownNotices> refresh() {
        return store.all().invoke(found -> known = new Known(found)).map(found -> known.notices());
    }

    public KnownNotices now() {
        return known.notices();
    }

    /** The protected categories that are asked for, each with the notice that asks now. */
    SortedMap<Purpose, RegisteredNotice> sensitive(Instant now) {
        return known.sensitive().sensitive(now);
    }

    public Widened widened() {
        return known.widened();
    }

    /** With the text that was shown, also where another replica has just registered it. */
    public Uni<KnownNotices> knowing(Statement said) {
        KnownNotices now = known.notices();
        boolean news =
                said.notice()
                        .filter(
                                shown ->
                                        (now.knows(shown.id()) || said.isSensitive())
                                                && now.find(shown.id(), shown.version()).isEmpty())
                        .isPresent();
        return news ? refresh() : Uni.createFrom().item(now);
    }
}
