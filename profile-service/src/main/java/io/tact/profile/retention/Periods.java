package io.tact.profile.retention;

import io.tact.consent.client.Purpose;
import io.tact.profile.deadletter.ForgetDeadLetters;
import io.tact.profile.keeping.KeepingPolicy;
import io.tact.profile.keeping.Retention;
import io.tact.profile.keeping.RetentionConfig;
import io.tact.profile.reading.ReadingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.Map;
import java.util.TreeMap;

/** The periods in force, as they are shown. */
@ApplicationScoped
public class Periods {
    private final Retention retention;
    private final ReadingConfig reading;

    Periods(RetentionConfig retention, ReadingConfig reading) {
        this.retention = retention.retention();
        this.reading = reading;
    }

    public KeptFor inForce() {
        Map<String, String> purposes = new TreeMap<>();
        KeepingPolicy.keepable(Purpose.OPTIONAL)
                .forEach(purpose -> purposes.put(purpose.name(), retention.of(purpose).toString()));
        retention.purposes().forEach((name, period) -> purposes.put(name, period.toString()));
        return new KeptFor(
                purposes,
                retention.others().toString(),
                retention.contract().toString(),
                ForgetDeadLetters.KEPT_FOR.toString(),
                Period.ofDays(Math.toIntExact(reading.keepLog().toDays())).toString());
    }

    /**
     * ISO 8601 periods.
     *
     * @param purposes for which something is used, by name, from the time at which it happened
     * @param others for the purposes that are not named, as those of protected categories
     * @param contract orders, under the contract alone
     * @param deadLetters shapes of messages that were not understood
     * @param reads who read what of somebody, and who of the staff looked them up
     */
    public record KeptFor(
            Map<String, String> purposes,
            String others,
            String contract,
            String deadLetters,
            String reads) {}
}
