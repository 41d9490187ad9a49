package io.tact.storefront.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tact.storefront.StorefrontConfig;
import io.tact.storefront.order.SendOrder.Outcome;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Sends each order until profile-service has it: at once, and then again and again, the oldest
 * first. What profile-service will never take is put aside in {@code orders-refused.jsonl}, for a
 * person to look at.
 */
@ApplicationScoped
class WaitingOrders {
    private static final Logger LOG = Logger.getLogger(WaitingOrders.class);

    private final SendOrder sendOrder;
    private final Vertx vertx;
    private final Path folder;
    private final Duration pace;
    private final OrderFile file;
    private final AtomicBoolean sending = new AtomicBoolean();
    private final Set<String> underway = ConcurrentHashMap.newKeySet();

    WaitingOrders(SendOrder sendOrder, Vertx vertx, StorefrontConfig config, MeterRegistry metrics)
            throws IOException {
        this.sendOrder = sendOrder;
        this.vertx = vertx;
        this.folder = config.orders().folder();
        this.pace = config.orders().retryEvery();
        this.file = OrderFile.open(Files.createDirectories(folder).resolve("orders.jsonl"));
        metrics.gauge("storefront_orders_waiting", file, orders -> orders.waiting().size());
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(pace.toMillis(), due -> sendAll());
    }

    void stop(@Observes ShutdownEvent stopped) throws IOException {
        file.close();
    }

    /** Written down when this returns an item; sent as well, if profile-service is there. */
    Uni<Void> take(Order order) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> file.add(order))
                .flatMap(written -> deliver(order))
                .replaceWithVoid();
    }

    private void sendAll() {
        if (!sending.compareAndSet(false, true)) {
            return;
        }
        Multi.createFrom()
                .iterable(file.waiting())
                .onItem()
                .transformToUniAndConcatenate(this::deliver)
                .onTermination()
                .invoke(() -> sending.set(false))
                .subscribe()
                .with(
                        outcome -> {},
                        failure -> LOG.error("An order could not be put away", failure));
    }

    private Uni<Outcome> deliver(Order order) {
        if (!underway.add(order.id())) {
            return Uni.createFrom().item(Outcome.LATER);
        }
        return sendOrder
                .send(order)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(outcome -> putAway(order, outcome))
                .onTermination()
                .invoke(() -> underway.remove(order.id()));
    }

    private void putAway(Order order, Outcome outcome) {
        if (outcome == Outcome.REFUSED) {
            LOG.errorf("Profile-service will never take an order: order=%s", order.id());
            keepRefused(order);
        }
        if (outcome != Outcome.LATER) {
            file.remove(order);
        }
    }

    private void keepRefused(Order order) {
        try {
            Files.writeString(
                    folder.resolve("orders-refused.jsonl"),
                    order.event().encode() + "\n",
                    UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
