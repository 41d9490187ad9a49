package io.tact.consent.staff;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.proof.Proof;
import io.tact.consent.proof.ProveConsent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows what somebody said, behind a record of who wanted to know and why. */
@ApplicationScoped
public class LookUp {
    static final int LONGEST_LOG = 500;

    private final LookupStore lookups;
    private final ProveConsent proveConsent;

    LookUp(LookupStore lookups, ProveConsent proveConsent) {
        this.lookups = lookups;
        this.proveConsent = proveConsent;
    }

    /** Nothing is shown of whom nobody recorded a look at. */
    public Uni<Void> record(IdentityKey staff, List<IdentityKey> whom, String reason) {
        return lookups.add(staff, whom, reason);
    }

    Uni<Proof> evidence(
            IdentityKey staff, List<IdentityKey> whom, String reason, Optional<Instant> at) {
        return record(staff, whom, reason).chain(() -> proveConsent.prove(whom, at));
    }

    /** The latest first. */
    Uni<List<Lookup>> latest() {
        return lookups.latest(LONGEST_LOG);
    }
}
