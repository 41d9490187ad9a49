package io.tact.proof.command;

/** The command cannot be understood; the message says why. */
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}
