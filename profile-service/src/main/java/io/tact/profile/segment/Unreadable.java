package io.tact.profile.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries a reason from where it is found to where the reading ends; never leaves the package. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final @Nullable String field;

    Unreadable(Reason reason) {
        this(reason, null);
    }

    private Unreadable(Reason reason, @Nullable String field) {
        super(reason.wire(), null, false, false);
        this.reason = reason;
        this.field = field;
    }

    static Unreadable at(List<String> path, Reason reason) {
        return new Unreadable(reason, String.join(".", path));
    }

    /** Which one, where one alone is the reason. */
    @Nullable String field() {
        return field;
    }

    Reason reason() {
        return reason;
    }
}
