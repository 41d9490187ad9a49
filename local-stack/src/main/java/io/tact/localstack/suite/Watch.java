package io.tact.localstack.suite;

import io.tact.localstack.parts.RunningParts;
import io.tact.localstack.parts.Steps;
import io.tact.localstack.settings.StartFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** As a cluster would, starts again what dies, a while later; and gives up on what keeps dying. */
final class Watch {
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final int RESTARTS = 5;

    private final RunningParts parts;
    private final Steps steps;
    private final Duration pause;
    private final Map<String, Integer> deaths = new HashMap<>();

    /** The pause is how long a dead part stays down. */
    Watch(RunningParts parts, Steps steps, Duration pause) {
        this.parts = parts;
        this.steps = steps;
        this.pause = pause;
    }

    void run() throws InterruptedException {
        while (!parts.isClosed()) {
            Thread.sleep(INTERVAL.toMillis());
            glance();
        }
    }

    void glance() throws InterruptedException {
        for (String name : parts.ended()) {
            if (!parts.isClosed() && deaths.getOrDefault(name, 0) <= RESTARTS) {
                revive(name, deaths.merge(name, 1, Integer::sum));
            }
        }
    }

    private void revive(String name, int times) throws InterruptedException {
        steps.say(parts.epitaph(name));
        if (times > RESTARTS) {
            steps.say(name + " has died " + times + " times and stays down.");
            return;
        }
        steps.say(name + " is started again in " + pause.toSeconds() + " s");
        Thread.sleep(pause.toMillis());
        try {
            parts.restart(name);
        } catch (StartFailure e) {
            steps.say(String.valueOf(e.getMessage()));
        }
    }
}
