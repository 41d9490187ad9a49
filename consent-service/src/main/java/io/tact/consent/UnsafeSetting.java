package io.tact.consent;

/** The service does not start with this. */
public final class UnsafeSetting extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private UnsafeSetting(String message) {
        super(message);
    }

    public static UnsafeSetting of(String setting, String reason) {
        return new UnsafeSetting(setting + " is not safe to start with: " + reason);
    }
}
