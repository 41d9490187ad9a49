package io.tact.consent.notice;

import io.quarkus.runtime.StartupEvent;
import io.tact.consent.notice.Registration.NotPlain;
import io.tact.consent.notice.Registration.Taken;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.Notice;
import io.tact.consent.purpose.PurposeTexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The texts that come with the service are registered like all others. */
@ApplicationScoped
class BuiltInNotice {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RegisterNotice registerNotice;

    BuiltInNotice(RegisterNotice registerNotice) {
        this.registerNotice = registerNotice;
    }

    /** Whoever changes a sentence and not the version does not start. */
    void start(@Observes StartupEvent event) {
        Registration ended = registerNotice.register(notice()).await().atMost(PATIENCE);
        if (ended instanceof Taken) {
            throw new IllegalStateException(
                    "A sentence in purposes/ changed, and notice.version did not");
        }
        if (ended instanceof NotPlain notPlain) {
            throw new IllegalStateException("purposes/ is not plain: " + notPlain.faults());
        }
    }

    static NoticeVersion notice() {
        var texts =
                Arrays.stream(Language.values())
                        .collect(Collectors.toMap(one -> one, PurposeTexts::in));
        Notice notice = PurposeTexts.in(Language.EN).notice();
        return new NoticeVersion(notice.id(), notice.version(), Set.of(), texts);
    }
}
