package io.tact.crash.consents;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Says one thing after the other, and each until it is acknowledged. */
record Client(
        ConsentDoor door,
        Book book,
        String keyPrefix,
        List<Speaker> speakers,
        Random random,
        BooleanSupplier goesOn)
        implements Runnable {
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(100);
    private static final int LONGEST_THOUGHT_MILLIS = 40;

    @Override
    public void run() {
        while (goesOn.getAsBoolean()) {
            Speaker speaker = speakers.get(random.nextInt(speakers.size()));
            say(Statement.draw(book.begin(), keyPrefix, speaker, random));
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(LONGEST_THOUGHT_MILLIS)).toNanos());
        }
    }

    private void say(Statement statement) {
        Reply reply = door.send(statement);
        boolean again = false;
        while (reply instanceof Reply.NotKnown notKnown) {
            book.unanswered(notKnown.why());
            LockSupport.parkNanos(BEFORE_AGAIN.toNanos());
            again = true;
            reply = door.send(statement);
        }
        if (reply instanceof Reply.Acknowledged answer) {
            book.acknowledge(statement, answer, again);
        } else {
            book.contradict(statement.key() + " was refused: " + reply);
        }
    }
}
