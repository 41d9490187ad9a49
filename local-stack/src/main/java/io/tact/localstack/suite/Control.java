package io.tact.localstack.suite;

import io.tact.localstack.parts.RunningParts;
import io.tact.localstack.parts.Steps;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Orders of a program: {@code kill NAME}, {@code stop NAME}, {@code start NAME}, {@code launch
 * NAME}; answered by DONE or FAILED and the order.
 */
final class Control {
    private final RunningParts parts;
    private final Steps steps;
    private final CountDownLatch end = new CountDownLatch(1);

    Control(RunningParts parts, Steps steps) {
        this.parts = parts;
        this.steps = steps;
    }

    /** As soon as nobody is left to give orders, the JVM ends: also in the middle of the start. */
    void obeyInBackground(InputStream orders) {
        Thread thread =
                new Thread(
                        () -> {
                            obey(orders);
                            end.countDown();
                            System.exit(0);
                        },
                        "control");
        thread.setDaemon(true);
        thread.start();
    }

    void awaitEnd() throws InterruptedException {
        end.await();
    }

    private void obey(InputStream orders) {
        var in = new BufferedReader(new InputStreamReader(orders, StandardCharsets.UTF_8));
        try {
            for (@Nullable String order = in.readLine(); order != null; order = in.readLine()) {
                answer(order);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(String order) {
        try {
            carryOut(order.split(" ", 2));
            steps.say("DONE " + order);
        } catch (RuntimeException e) {
            steps.say("FAILED " + order + ": " + e.getMessage());
        }
    }

    private void carryOut(String[] words) {
        String name = words.length == 2 ? words[1] : "";
        switch (words[0]) {
            case "kill" -> parts.kill(name);
            case "stop" -> parts.stop(name);
            case "start" -> parts.restart(name);
            case "launch" -> parts.launch(name);
            default -> throw new IllegalArgumentException("not an order");
        }
    }
}
