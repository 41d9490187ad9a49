package io.tact.consent.consents;

import io.tact.consent.answer.Retention;
import io.tact.consent.answer.RetentionConfig;
import io.tact.consent.answer.Validity;
import io.tact.consent.notice.CurrentNotices;
import jakarta.enterprise.context.ApplicationScoped;

/** What makes a yes count no more, as it is configured and registered now. */
@ApplicationScoped
class CurrentValidity {
    private final Retention retention;
    private final CurrentNotices notices;

    CurrentValidity(RetentionConfig retention, CurrentNotices notices) {
        this.retention = retention.retention();
        this.notices = notices;
    }

    Validity get() {
        return new Validity(retention, notices.widened());
    }
}
