package io.tact.consent.visitor;

/** The service does not start with this. */
final class UnsafeSetting extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private UnsafeSetting(String message) {
        super(message);
    }

    static UnsafeSetting of(String setting, String reason) {
        return new UnsafeSetting(setting + " is not safe to start with: " + reason);
    }
}
