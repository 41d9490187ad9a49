package io.tact.crash.consents;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.crash.Installation;
import io.tact.crash.Outbox;
import io.tact.crash.Workload;
import io.tact.localstack.test.Eventually;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Customers and visitors who change their minds all the time, an auditor, and a consumer. */
final class ConsentWorkload implements Workload {
    private static final int OF_EACH_KIND = 4;

    private final Installation installation;
    private final ConsentDoor door;
    private final List<Speaker> speakers;
    private final Book book = new Book();
    private final CheckpointWatch checkpoints;
    private final TopicWatch topic;
    private final LedgerAudit ledger;
    private final Load load;
    private long audited;

    ConsentWorkload(Installation installation, long seed) {
        this.installation = installation;
        this.door = new ConsentDoor(installation.url());
        this.speakers = Speaker.draw(installation.tokens(), OF_EACH_KIND);
        this.checkpoints = new CheckpointWatch(door, ledgerKey(door), book::contradict);
        this.topic = new TopicWatch(installation.bootstrapServers(), book::contradict);
        this.ledger = new LedgerAudit(door);
        this.load = new Load(number -> client(new Random(seed + book.begun() + number), seed));
        start(checkpoints, "checkpoint-watch");
        start(topic, "topic-watch");
    }

    @Override
    public String name() {
        return "consent";
    }

    @Override
    public void resume() {
        load.resume();
    }

    @Override
    public void awaitProgress() {
        long begun = book.begun();
        long size = checkpoints.largest();
        Eventually.holds(
                "a later statement on the topic",
                () -> book.said().keySet().stream().anyMatch(who -> isPublished(who, begun)));
        Eventually.holds("a larger checkpoint", () -> checkpoints.largest() > size);
    }

    @Override
    public void pause() {
        load.pause();
    }

    @Override
    public String check() {
        book.demandNoContradiction();
        demandRepeatable();
        Entries entries = entries();
        EntryAudit.demandSame(book.said(), entries.versions());
        demandLedger();
        demandTopic();
        demandOutbox();
        speakers.stream().filter(Speaker::alone).forEach(this::demandAnswer);
        book.demandNoContradiction();
        return String.join("; ", book.tally(), checkpoints.tally(), topic.tally());
    }

    @Override
    public String checkAll() {
        ledger.demandAllIn(checkpoints.seen());
        audited = 0;
        return check();
    }

    @Override
    public void close() {
        checkpoints.stop();
        topic.stop();
    }

    /** Asked again, each statement gets the answer that it got before. */
    private void demandRepeatable() {
        for (Book.Resent resent : book.takeResent()) {
            Reply reply = door.send(resent.statement());
            if (!reply.equals(resent.answer())) {
                throw new AssertionError(
                        "%s was acknowledged as %s, and then as %s"
                                .formatted(resent.statement().key(), resent.answer(), reply));
            }
        }
    }

    private void demandLedger() {
        Entries placed =
                Eventually.get(
                        "an index for each entry",
                        this::entries,
                        entries -> entries.unplaced() == 0);
        if (!placed.isWholeOrder()) {
            throw new AssertionError("The order of the entries has a gap");
        }
        Eventually.holds(
                "all entries in a checkpoint", () -> checkpoints.largest() >= placed.count());
        List<Checkpoint> seen = checkpoints.seen();
        ledger.demandChain(seen);
        ledger.demandLeaves(placed.leaves().tailMap(audited), seen.get(seen.size() - 1).head());
        audited = placed.count();
    }

    private void demandTopic() {
        book.said()
                .forEach(
                        (identity, said) -> {
                            Standing expected = Standing.after(identity, said);
                            Eventually.get(
                                    "the topic to end with " + expected,
                                    () -> String.valueOf(topic.last(identity)),
                                    last -> last.equals(expected.toString()));
                        });
    }

    /** That another state came later does not make up for one that was passed over. */
    private void demandOutbox() {
        List<String> rows = installation.ask(database -> Outbox.ids(database, TopicWatch.TOPIC));
        Eventually.get(
                "the topic to have all rows of the outbox, and these as well",
                () -> rows.stream().filter(id -> !topic.has(id)).limit(10).toList(),
                List::isEmpty);
    }

    private void demandAnswer(Speaker speaker) {
        try {
            Optional<Standing> says = door.read(speaker);
            if (says.isEmpty() && book.hasHeard(speaker)) {
                throw new AssertionError(
                        "The service says that nobody answered: " + speaker.credentials().keySet());
            }
            says.ifPresent(this::demandAsSaid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void demandAsSaid(Standing says) {
        String identity = says.version().identity();
        SortedMap<Long, Statement> said = book.said().getOrDefault(identity, new TreeMap<>());
        if (said.isEmpty() || !says.equals(Standing.after(identity, said))) {
            throw new AssertionError("The service says " + says + " after " + said);
        }
    }

    private boolean isPublished(String identity, long begun) {
        Standing last = topic.last(identity);
        return last != null && book.isNewer(last.version(), begun);
    }

    private Entries entries() {
        return installation.ask(Entries::read);
    }

    private Client client(Random random, long seed) {
        return new Client(door, book, "crash-" + seed, speakers, random, () -> load().goesOn());
    }

    private Load load() {
        return load;
    }

    private static VerifierKey ledgerKey(ConsentDoor door) {
        try {
            byte[] description = door.file("v1/ledger").orElseThrow();
            String key = new ObjectMapper().readTree(description).get("verifierKey").asText();
            return VerifierKey.parse(key).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable watch, String name) {
        Thread thread = new Thread(watch, name);
        thread.setDaemon(true);
        thread.start();
    }
}
