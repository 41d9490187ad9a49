package io.tact.consent.client;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What may be used for whom in one request. A value: decided once, then passed along. */
public final class Permissions {
    private final Set<Purpose> granted;
    private final Refusal otherwise;
    private final boolean privacySignal;

    private Permissions(Set<Purpose> granted, Refusal otherwise, boolean privacySignal) {
        this.granted = granted;
        this.otherwise = otherwise;
        this.privacySignal = privacySignal;
    }

    /** Nothing optional, for this reason. */
    public static Permissions none(Refusal reason) {
        return new Permissions(Set.of(), reason, false);
    }

    /** These and no others. */
    public static Permissions of(Set<Purpose> granted) {
        return new Permissions(Set.copyOf(granted), Refusal.NOT_GRANTED, false);
    }

    /** The same under {@code Sec-GPC: 1}: without marketing. */
    public Permissions withPrivacySignal() {
        return new Permissions(granted, otherwise, true);
    }

    public boolean allows(Purpose purpose) {
        return refusal(purpose).isEmpty();
    }

    /** Why not; empty if it is allowed. */
    public Optional<Refusal> refusal(Purpose purpose) {
        if (!purpose.isOptional()) {
            return Optional.empty();
        }
        if (privacySignal && purpose.equals(Purpose.MARKETING)) {
            return Optional.of(Refusal.PRIVACY_SIGNAL);
        }
        return granted.contains(purpose) ? Optional.empty() : Optional.of(otherwise);
    }

    /** The optional purposes that are allowed. */
    public Set<Purpose> allowed() {
        return granted.stream().filter(this::allows).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether this is no decision about the person but about our not knowing: it may be another one
     * in a moment.
     */
    public boolean isUndecided() {
        return otherwise.isPassing();
    }

    /** Whether somebody had the use of their data restricted, which no grant outweighs. */
    public boolean isRestricted() {
        return otherwise == Refusal.RESTRICTED;
    }

    @Override
    public String toString() {
        return "Permissions" + allowed() + (granted.isEmpty() ? " " + otherwise : "");
    }
}
