package io.tact.consent.notice;

import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.PurposeProblems;
import io.tact.consent.purpose.PurposeTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people are asked: what every shop asks, and protected categories that have a notice. */
@ApplicationScoped
public class AskedPurposes {
    private final CurrentNotices notices;
    private final InstantSource clock = InstantSource.system();
    private final List<Purpose> everywhere = PurposeTexts.in(Language.EN).names();

    AskedPurposes(CurrentNotices notices) {
        this.notices = notices;
    }

    public List<Purpose> now() {
        return Stream.concat(
                        everywhere.stream(), notices.sensitive(clock.instant()).keySet().stream())
                .toList();
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if nobody is asked for it
     */
    public Purpose known(@Nullable String name) {
        return PurposeProblems.known(name, now());
    }
}
