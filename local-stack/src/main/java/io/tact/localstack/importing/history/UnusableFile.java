package io.tact.localstack.importing.history;

/** Nothing of this file can be read; the message is for the user. */
public final class UnusableFile extends RuntimeException {
    public UnusableFile(String message) {
        super(message);
    }
}
