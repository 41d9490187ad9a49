package io.tact.proof.command;

import io.tact.proof.Checked;

/** What was shown does not hold; the message says why. */
final class NotProved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotProved(String message) {
        super(message);
    }

    static <T> T require(Checked<T> checked) {
        if (checked instanceof Checked.Refused<T> no) {
            throw new NotProved(no.reason());
        }
        return checked.orElseThrow();
    }
}
