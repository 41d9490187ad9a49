package io.tact.profile.export;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.profile.source.Sources;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.view.FindValues;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Writes an export while it is read. */
@ApplicationScoped
class ExportMine {
    private static final Logger LOG = Logger.getLogger(ExportMine.class);

    /** Each holds a connection, of which others need some too. */
    static final int AT_MOST = 3;

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int ROWS_IN_A_CHUNK = 50;

    private final Pool pool;
    private final FindValues values;
    private final Sources sources;
    private final InstantSource clock = InstantSource.system();
    private final AtomicInteger running = new AtomicInteger();

    ExportMine(Pool pool, FindValues values, Sources sources) {
        this.pool = pool;
        this.values = values;
        this.sources = sources;
    }

    /** Pieces of one document. Fails with {@link Busy} before the first. */
    Multi<String> export(Caller caller, ExportKind kind) {
        return Multi.createFrom()
                .resourceFromUni(() -> open(caller), snapshot -> bounded(document(snapshot, kind)))
                .withFinalizer(this::close);
    }

    private Uni<Snapshot> open(Caller caller) {
        if (running.incrementAndGet() > AT_MOST) {
            running.decrementAndGet();
            return Uni.createFrom().failure(new Busy());
        }
        Uni<Snapshot> opening =
                Snapshot.open(pool, caller)
                        .onFailure()
                        .invoke(running::decrementAndGet)
                        .memoize()
                        .indefinitely();
        return opening.onCancellation().invoke(() -> closeWhenOpen(opening));
    }

    /** Whoever leaves while it is being opened leaves it to us. */
    private void closeWhenOpen(Uni<Snapshot> opening) {
        opening.chain(this::close)
                .subscribe()
                .with(closed -> {}, failed -> LOG.debug("An export was never opened", failed));
    }

    private Uni<Void> close(Snapshot snapshot) {
        return snapshot.close().eventually(running::decrementAndGet);
    }

    /** Whoever takes it drop by drop does not hold its connection for ever. */
    private Multi<String> bounded(Multi<String> document) {
        Instant end = clock.instant().plus(LONGEST);
        return document.invoke(
                piece -> {
                    if (clock.instant().isAfter(end)) {
                        throw new IllegalStateException("An export was read too slowly");
                    }
                });
    }

    private Multi<String> document(Snapshot snapshot, ExportKind kind) {
        String providers = new JsonObject(Map.<String, Object>copyOf(sources.providers())).encode();
        Stream<Multi<String>> sections =
                kind.sections().stream()
                        .map(one -> array(one.name(), snapshot.rows(one, providers)));
        Stream<Multi<String>> inferred =
                kind.tellsInferred()
                        ? Stream.of(array("inferred", inferred(snapshot)))
                        : Stream.empty();
        List<Multi<String>> parts =
                Stream.of(
                                Stream.of(Multi.createFrom().item(head(snapshot, kind))),
                                sections,
                                inferred,
                                Stream.of(Multi.createFrom().item("}\n")))
                        .flatMap(one -> one)
                        .toList();
        return Multi.createBy().concatenating().streams(parts);
    }

    /** Without the brace that closes it: a document that was broken off is none. */
    private static String head(Snapshot snapshot, ExportKind kind) {
        String head =
                new JsonObject()
                        .put("$schema", kind.schema())
                        .put("kind", kind.wire())
                        .put("takenAt", snapshot.taken())
                        .encode();
        return head.substring(0, head.length() - 1);
    }

    private static Multi<String> array(String name, Multi<String> rows) {
        var isFirst = new AtomicBoolean(true);
        Multi<String> chunks =
                rows.group()
                        .intoLists()
                        .of(ROWS_IN_A_CHUNK)
                        .map(
                                some ->
                                        (isFirst.getAndSet(false) ? "" : ",\n")
                                                + String.join(",\n", some));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(",\n\"" + name + "\":["),
                        chunks,
                        Multi.createFrom().item("]"));
    }

    private Multi<String> inferred(Snapshot snapshot) {
        return values.inferred(snapshot.connection(), snapshot.mine(), snapshot.at())
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .map(ExportMine::inferred);
    }

    private static String inferred(KnownTrait value) {
        return "{\"definition\":%s,\"purpose\":%s,\"value\":%s}"
                .formatted(
                        quoted(value.name()),
                        quoted(
                                value.purposes().stream()
                                        .map(Purpose::name)
                                        .findAny()
                                        .orElseThrow()),
                        value.value());
    }

    private static String quoted(String text) {
        return Json.encode(text);
    }

    /** As many as there may be are being read. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
