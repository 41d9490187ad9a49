package io.tact.localstack.importing;

import static java.util.stream.Collectors.toMap;

import io.tact.localstack.importing.goods.ShopKinds;
import io.tact.localstack.importing.goods.SoldGoods;
import io.tact.localstack.importing.history.Invoice;
import io.tact.localstack.importing.history.Invoices;
import io.tact.localstack.importing.history.LineRules;
import io.tact.localstack.importing.history.OrderLine;
import io.tact.localstack.importing.history.Survey;
import io.tact.localstack.importing.history.Tally;
import io.tact.localstack.importing.sending.EventFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Fills the suite with the order history of a real shop. */
final class ImportOrderHistory {
    /** So that an event stays below the 32 kB that Segment allows. */
    private static final int MOST_LINES_OF_AN_EVENT = 500;

    private final Doors doors;
    private final Path pictures;
    private final Screen screen;

    ImportOrderHistory(Doors doors, Path pictures, Screen screen) {
        this.doors = doors;
        this.pictures = pictures;
        this.screen = screen;
    }

    void importAll(Path file, ShopKinds kinds) throws IOException, InterruptedException {
        LineRules rules = new LineRules(kinds::isProduct, screen.clock().instant());
        Survey survey = survey(file, rules);
        report(survey.tally());
        List<SoldGoods> goods = SoldGoods.of(survey.products(), kinds);
        new FillCatalogue(doors.catalogue(), pictures, screen)
                .fill(
                        goods.stream().map(CatalogueItem::of).toList(),
                        goods.stream().collect(toMap(SoldGoods::id, SoldGoods::picture)));
        orders(file, rules, survey);
    }

    private Survey survey(Path file, LineRules rules) throws IOException {
        Progress progress = screen.step("Reading", "bytes", Files.size(file));
        Survey survey = Survey.of(file, rules, progress::reach);
        progress.reach(Files.size(file));
        progress.finish();
        return survey;
    }

    private void report(Tally tally) {
        screen.say(
                "%,d lines of %,d invoices, %,d to import"
                        .formatted(tally.lines(), tally.invoices(), tally.bought()));
        tally.skippedByReason().forEach(sentence -> screen.say("  skipped " + sentence));
        if (tally.bad() > 0) {
            screen.say(
                    "  skipped %,d lines that cannot be read, the first of them:"
                            .formatted(tally.bad()));
            tally.firstBad().forEach(line -> screen.say("    " + line));
        }
    }

    private void orders(Path file, LineRules rules, Survey survey)
            throws IOException, InterruptedException {
        Progress progress = screen.step("Orders", "lines", survey.tally().bought());
        try (EventFeed orders = doors.orders(events -> {});
                Invoices invoices = new Invoices(file, rules, survey)) {
            for (Invoice invoice = invoices.next(); invoice != null; invoice = invoices.next()) {
                send(invoice, orders);
                progress.add(invoice.lines().size());
            }
            orders.finish();
        }
        progress.finish();
        screen.say(
                "Imported %,d orders with %,d lines, %,.0f lines/s"
                        .formatted(
                                survey.linesOfInvoice().size(),
                                survey.tally().bought(),
                                survey.tally().bought() / progress.seconds()));
    }

    /**
     * The parts of a long invoice share the order's id, and have message ids that no other invoice
     * can have.
     */
    private static void send(Invoice invoice, EventFeed orders) throws InterruptedException {
        List<OrderLine> lines = invoice.lines();
        for (int from = 0; from < lines.size(); from += MOST_LINES_OF_AN_EVENT) {
            int to = Math.min(from + MOST_LINES_OF_AN_EVENT, lines.size());
            String messageId = "order-" + invoice.number();
            int part = from / MOST_LINES_OF_AN_EVENT + 1;
            orders.add(
                    Commerce.ordered(
                            part == 1 ? messageId : "part-" + part + "-" + messageId,
                            invoice.number(),
                            invoice.customer(),
                            invoice.at(),
                            lines.subList(from, to)));
        }
    }
}
