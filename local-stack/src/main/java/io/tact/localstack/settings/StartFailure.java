package io.tact.localstack.settings;

/** Something a newcomer can act on; its message is all that is printed. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailure(String message) {
        super(message);
    }
}
