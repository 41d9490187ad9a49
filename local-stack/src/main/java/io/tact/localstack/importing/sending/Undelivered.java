package io.tact.localstack.importing.sending;

/**
 * A service refused for good, or could not be reached for too long; the message is for the user.
 */
public final class Undelivered extends RuntimeException {
    public Undelivered(String message) {
        super(message);
    }
}
