package io.tact.storefront.catalogue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tact.storefront.StorefrontConfig;
import io.tact.storefront.upstream.Call;
import io.tact.storefront.upstream.Reply.Answered;
import io.tact.storefront.upstream.Service;
import io.tact.storefront.upstream.Upstreams;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The catalogue at hand, read again and again in the background. While recommendation-service is
 * away the last one stays; while there is none yet, it is asked for every second.
 */
@ApplicationScoped
public class Catalogue {
    private static final Logger LOG = Logger.getLogger(Catalogue.class);
    private static final Duration WHILE_EMPTY = Duration.ofSeconds(1);
    private static final String ITEMS = "/v1/catalogue/items";

    private final Upstreams upstreams;
    private final Vertx vertx;
    private final StorefrontConfig.Catalogue config;
    private volatile Assortment assortment = Assortment.EMPTY;
    private volatile boolean closed;

    Catalogue(Upstreams upstreams, Vertx vertx, StorefrontConfig config) {
        this.upstreams = upstreams;
        this.vertx = vertx;
        this.config = config.catalogue();
    }

    void start(@Observes StartupEvent started) {
        refresh();
    }

    void stop(@Observes ShutdownEvent stopped) {
        closed = true;
    }

    public Assortment now() {
        return assortment;
    }

    /** Also one that came into the catalogue a moment ago. */
    public Uni<Optional<Item>> find(String itemId) {
        Optional<Item> known = assortment.find(itemId);
        if (known.isPresent() || !Item.isId(itemId)) {
            return Uni.createFrom().item(known);
        }
        return upstreams
                .ask(get(ITEMS + "/" + itemId))
                .map(
                        reply ->
                                reply instanceof Answered answered && answered.isSuccess()
                                        ? CataloguePage.item(answered.body())
                                        : Optional.empty());
    }

    private void refresh() {
        if (closed) {
            return;
        }
        readFrom(Optional.empty(), new ArrayList<>())
                .subscribe()
                .with(this::replace, failure -> again());
    }

    private void replace(Optional<List<Item>> all) {
        all.filter(items -> !items.isEmpty() || assortment.isEmpty())
                .ifPresent(items -> assortment = Assortment.of(items));
        again();
    }

    private void again() {
        Duration pause = assortment.isEmpty() ? WHILE_EMPTY : config.refresh();
        vertx.setTimer(pause.toMillis(), due -> refresh());
    }

    /** Page by page; empty when one of them is missing, because half a catalogue is none. */
    private Uni<Optional<List<Item>>> readFrom(Optional<String> after, List<Item> read) {
        String path =
                ITEMS + "?limit=" + config.page() + after.map(id -> "&after=" + id).orElse("");
        return upstreams
                .ask(get(path))
                .flatMap(
                        reply -> {
                            Optional<CataloguePage> page =
                                    reply instanceof Answered answered && answered.isSuccess()
                                            ? CataloguePage.read(answered.body())
                                            : Optional.empty();
                            if (page.isEmpty()) {
                                return Uni.createFrom().item(Optional.empty());
                            }
                            read.addAll(page.get().items());
                            return continued(page.get(), read);
                        });
    }

    private Uni<Optional<List<Item>>> continued(CataloguePage page, List<Item> read) {
        if (read.size() >= config.most()) {
            LOG.warnf("The catalogue is larger than the shop holds: most=%d", config.most());
            return Uni.createFrom().item(Optional.of(read));
        }
        return page.next().isEmpty()
                ? Uni.createFrom().item(Optional.of(read))
                : readFrom(page.next(), read);
    }

    private static Call get(String path) {
        return Call.get(Service.RECOMMENDATION, path, MultiMap.caseInsensitiveMultiMap());
    }
}
