package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.Label;
import io.tact.frequency.reservation.Items;
import io.tact.frequency.rulebook.LabelNumbers;
import io.tact.frequency.rulebook.Rulebook;
import io.tact.frequency.rulebook.Rulebooks;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The labels of an impression that stands in a log. */
@ApplicationScoped
class ImpressionLabels {
    private final Rulebooks rulebooks;
    private final Items items;

    ImpressionLabels(Rulebooks rulebooks, Items items) {
        this.rulebooks = rulebooks;
        this.items = items;
    }

    record Known(Set<Label> labels, Rulebook rulebook) {
        /** What is not wanted any more when this is not: its product, or else its campaign. */
        Label subject() {
            return labels.stream()
                    .filter(label -> label.value().startsWith("product:"))
                    .findFirst()
                    .or(
                            () ->
                                    labels.stream()
                                            .filter(label -> label.value().startsWith("campaign:"))
                                            .findFirst())
                    .orElseThrow();
        }
    }

    /**
     * @param database within a transaction its own connection
     */
    Uni<Known> of(SqlClient database, long what) {
        return rulebooks
                .current(database)
                .chain(
                        rulebook ->
                                rulebook.numbers().knows(what)
                                        ? Uni.createFrom().item(rulebook)
                                        : rulebooks.reload(database))
                .chain(rulebook -> withProduct(database, what, rulebook));
    }

    private Uni<Known> withProduct(SqlClient database, long what, Rulebook rulebook) {
        Set<Label> labels = rulebook.numbers().labels(what);
        int item = LabelNumbers.item(what);
        if (item == 0) {
            return Uni.createFrom().item(new Known(labels, rulebook));
        }
        return items.name(database, item)
                .map(
                        name -> {
                            labels.add(Label.product(name));
                            return new Known(labels, rulebook);
                        });
    }
}
