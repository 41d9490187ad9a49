package io.tact.consent.consents;

/**
 * The row of an identity is not as this service wrote it: nothing can be recorded on top of it, and
 * nothing is allowed by it.
 */
final class DamagedState extends RuntimeException {
    private static final long serialVersionUID = 1;
}
