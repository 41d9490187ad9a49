package io.tact.frequency.reservation;

import io.tact.frequency.cap.Cap;
import io.tact.frequency.cap.Impression;
import io.tact.frequency.cap.ImpressionId;
import io.tact.frequency.cap.Label;
import io.tact.frequency.cap.Window.Rolling;
import io.tact.frequency.cap.Window.Session;
import io.tact.frequency.rulebook.Candidate;
import io.tact.frequency.rulebook.LabelNumbers;
import io.tact.frequency.rulebook.LabelNumbers.Match;
import io.tact.frequency.rulebook.Rulebook;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What {@link PersonStatement} is asked with. */
final class PersonParameters {
    private PersonParameters() {}

    /**
     * @param now in milliseconds since 1970
     * @param impression the id that the reservation gets
     */
    static Tuple of(PersonQuestion question, Rulebook rulebook, long now, long impression) {
        List<Candidate> candidates = question.candidates();
        LabelNumbers numbers = rulebook.numbers();
        var labelOf = new ArrayList<Integer>();
        var label = new ArrayList<String>();
        var checks = new Checks();
        for (int index = 0; index < candidates.size(); index++) {
            for (Label one : candidates.get(index).labels()) {
                labelOf.add(index + 1);
                label.add(one.value());
            }
            List<Cap> caps = candidates.get(index).rules();
            for (int cap = 0; cap < caps.size(); cap++) {
                checks.add(
                        index + 1,
                        cap,
                        caps.get(cap),
                        numbers.match(caps.get(cap).label(), question.item(index)),
                        now);
            }
        }
        Tuple tuple =
                Tuple.tuple()
                        .addUUID(question.key())
                        .addString(question.identity())
                        .addLong(rulebook.version())
                        .addValue(question.session())
                        .addLong(now)
                        .addLong(question.sessionTag())
                        .addArrayOfUUID(question.keys().toArray(UUID[]::new))
                        .addArrayOfLong(question.whats(numbers))
                        .addArrayOfInteger(labelOf.toArray(Integer[]::new))
                        .addArrayOfString(label.toArray(String[]::new))
                        .addLong(impression);
        checks.addTo(tuple);
        return tuple.addLong((long) numbers.newest())
                .addString(ImpressionId.text(impression))
                .addArrayOfString(question.labelsJson())
                .addString(Instant.ofEpochMilli(now).toString())
                .addString(Instant.ofEpochMilli(now + Impression.EXPIRY).toString())
                .addString(question.request());
    }

    /** The caps of all candidates, as {@code first_allowed} takes them. */
    private static final class Checks {
        private final List<Integer> candidates = new ArrayList<>();
        private final List<Integer> caps = new ArrayList<>();
        private final List<Integer> limits = new ArrayList<>();
        private final List<Long> afters = new ArrayList<>();
        private final List<Boolean> sessions = new ArrayList<>();
        private final List<Long> masks = new ArrayList<>();
        private final List<Long> values = new ArrayList<>();

        void add(int candidate, int number, Cap cap, Match match, long now) {
            for (long value : match.values()) {
                candidates.add(candidate);
                caps.add(number);
                limits.add(cap.rule().limit());
                afters.add(
                        cap.rule().window() instanceof Rolling rolling
                                ? now - rolling.length().toMillis()
                                : -1L);
                sessions.add(cap.rule().window() instanceof Session);
                masks.add(match.mask());
                values.add(value);
            }
        }

        void addTo(Tuple tuple) {
            tuple.addArrayOfInteger(candidates.toArray(Integer[]::new))
                    .addArrayOfInteger(caps.toArray(Integer[]::new))
                    .addArrayOfInteger(limits.toArray(Integer[]::new))
                    .addArrayOfLong(afters.toArray(Long[]::new))
                    .addArrayOfBoolean(sessions.toArray(Boolean[]::new))
                    .addArrayOfLong(masks.toArray(Long[]::new))
                    .addArrayOfLong(values.toArray(Long[]::new));
        }
    }
}
