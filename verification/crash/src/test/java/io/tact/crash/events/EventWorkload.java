package io.tact.crash.events;

import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.testkit.ConsentStates;
import io.tact.crash.Installation;
import io.tact.crash.Topic;
import io.tact.crash.Workload;
import io.tact.localstack.test.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Clients of events, and somebody who allows that they are kept. */
final class EventWorkload implements Workload {
    private static final String TOPIC = "profile.event.v1";

    private final Installation installation;
    private final int eventsOfARound;
    private final ConsentStates consents;
    private final List<Sender> senders = new ArrayList<>();
    private final Topic topic;

    /**
     * @param isPatient with the client for Java as well, which tries again after half a minute
     */
    EventWorkload(Installation installation, int eventsOfARound, boolean isPatient) {
        this.installation = installation;
        this.eventsOfARound = eventsOfARound;
        this.topic = new Topic(installation, TOPIC);
        this.consents = new ConsentStates(installation.bootstrapServers(), "").heartbeat(true);
        String user = "crash-" + UUID.randomUUID();
        consents.grant(
                new IdentityKeys(installation.secret()).of(Identity.customer(user)),
                Purpose.MEASUREMENT);
        String key = installation.serverWriteKey();
        senders.add(new NodeSender("segment", installation, key, user, "segment-node-"));
        senders.add(new NodeSender("rudderstack", installation, key, user, "rudder-node-"));
        if (isPatient) {
            senders.add(new JavaSender(installation, key, user, "segment-java-"));
        }
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public void resume() {
        senders.forEach(sender -> sender.send(eventsOfARound / senders.size() + 1));
    }

    /** Of any sender: after an outage each tries again in its own time. */
    @Override
    public void awaitProgress() {
        long before = events();
        Eventually.get(
                "an event, or all of them",
                this::events,
                events -> events > before || isThrough(),
                Sender.PATIENCE);
    }

    private boolean isThrough() {
        return senders.stream().allMatch(sender -> sender.acknowledged() == sender.begun());
    }

    private long events() {
        return installation.ask(database -> EventRows.of(database, "").rows());
    }

    @Override
    public void pause() {
        senders.forEach(Sender::await);
    }

    @Override
    public String check() {
        return senders.stream().map(this::demandWhole).collect(Collectors.joining(", "));
    }

    @Override
    public String checkAll() {
        String said = check();
        topic.awaitAllThatIsCommitted();
        return said + "; all of it on " + TOPIC;
    }

    /** What could not be judged for a moment is kept a moment later. */
    private String demandWhole(Sender sender) {
        EventRows rows =
                Eventually.get(
                        "each event of " + sender.prefix() + " once, 1 to " + sender.begun(),
                        () -> installation.ask(database -> EventRows.of(database, sender.prefix())),
                        found -> found.isWhole(sender.begun()));
        return String.format(
                Locale.ROOT,
                "%s: %d sent, %d rows, %d distinct",
                sender.prefix(),
                sender.begun(),
                rows.rows(),
                rows.distinct());
    }

    @Override
    public void close() {
        senders.forEach(Sender::close);
        consents.close();
        topic.close();
    }
}
