package io.tact.localstack.importing;

import static java.util.stream.Collectors.toMap;

import io.tact.localstack.importing.sending.ConsentDoor;
import io.tact.localstack.importing.sending.Dispatch;
import io.tact.localstack.importing.sending.EventFeed;
import io.tact.localstack.world.DemoWorld;
import io.tact.localstack.world.Product;
import io.tact.localstack.world.Shopper;
import io.tact.localstack.world.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills the suite with the demo world. Shoppers who do not allow it are not observed: of them only
 * orders are sent.
 */
final class SeedDemoWorld {
    private static final List<String> OBSERVING = List.of("experience", "measurement");

    private final Doors doors;
    private final Path pictures;
    private final Screen screen;

    SeedDemoWorld(Doors doors, Path pictures, Screen screen) {
        this.doors = doors;
        this.pictures = pictures;
        this.screen = screen;
    }

    void seed(DemoWorld world) throws IOException, InterruptedException {
        new FillCatalogue(doors.catalogue(), pictures, screen)
                .fill(
                        world.products().stream().map(CatalogueItem::of).toList(),
                        world.products().stream().collect(toMap(Product::id, Product::picture)));
        new DemoCampaigns(doors.frequency()).put();
        consents(world);
        history(world);
    }

    /** Everybody answers on their first visit. */
    private void consents(DemoWorld world) throws InterruptedException {
        Map<Shopper, Instant> firstVisits =
                world.visits().stream()
                        .filter(visit -> visit.shopper().allowsObserving())
                        .collect(
                                toMap(
                                        Visit::shopper,
                                        visit -> visit.views().get(0).at(),
                                        (first, later) -> first,
                                        LinkedHashMap::new));
        Progress progress = screen.step("Consents", "shoppers", firstVisits.size());
        ConsentDoor consents = doors.consents();
        try (Dispatch dispatch = new Dispatch()) {
            for (Map.Entry<Shopper, Instant> first : firstVisits.entrySet()) {
                Shopper shopper = first.getKey();
                dispatch.start(
                        () -> {
                            consents.grant(
                                    shopper.subjectId(),
                                    OBSERVING,
                                    first.getValue(),
                                    "demo-" + shopper.anonymousId());
                            progress.add(1);
                        });
            }
            dispatch.finish();
        }
        progress.finish();
    }

    private void history(DemoWorld world) throws InterruptedException {
        long events = world.visits().stream().mapToLong(SeedDemoWorld::events).sum();
        Progress progress = screen.step("Visits and orders", "events", events);
        try (EventFeed orders = doors.orders(progress::add);
                EventFeed browsing = doors.browsing(progress::add)) {
            for (Visit visit : world.visits()) {
                for (Visit.View view : observable(visit)) {
                    browsing.add(Commerce.viewed(visit, view));
                }
                if (visit.order() != null) {
                    orders.add(Commerce.ordered(visit, visit.order()));
                }
            }
            browsing.finish();
            orders.finish();
        }
        progress.finish();
    }

    private static List<Visit.View> observable(Visit visit) {
        return visit.shopper().allowsObserving() ? visit.views() : List.of();
    }

    private static long events(Visit visit) {
        return observable(visit).size() + (visit.order() == null ? 0 : 1);
    }
}
