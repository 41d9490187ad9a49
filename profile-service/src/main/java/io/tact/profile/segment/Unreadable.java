package io.tact.profile.segment;

/** Carries a reason from where it is found to where the reading ends; never leaves the package. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    Unreadable(Reason reason) {
        super(reason.wire(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
