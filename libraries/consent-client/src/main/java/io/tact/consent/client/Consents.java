package io.tact.consent.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.limit.Limit;
import io.tact.consent.client.limit.Limits;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.consent.client.replica.Grants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Decides what is allowed, in memory. Every identity that is being served, and every one under
 * which a datum was recorded, must have granted a purpose by its own answer.
 */
@ApplicationScoped
public class Consents {
    private final ConsentReplica replica;
    private final Limits limits;
    private final StaleDecisions stale;
    private final Duration patience;

    public Consents(
            ConsentReplica replica, Limits limits, MeterRegistry metrics, ConsentConfig config) {
        this.replica = replica;
        this.limits = limits;
        this.stale = new StaleDecisions(metrics);
        this.patience = config.patience();
    }

    /**
     * What may be used to serve this caller. Answers at once, unless the caller shows a consent
     * that is still on its way: then it is waited for at most {@code tact.consent.patience}, and
     * what has not come by then is a refusal.
     */
    public Uni<Permissions> permissions(Caller caller) {
        return arrivals(caller).map(arrived -> permissionsNow(caller));
    }

    /** Ends when the answers that the caller has been shown are here, or patience is at its end. */
    public Uni<Void> arrivals(Caller caller) {
        List<CompletableFuture<?>> missing =
                caller.shown().stream()
                        .filter(seq -> replica.version(seq.key()) < seq.version())
                        .<CompletableFuture<?>>map(replica::arrival)
                        .toList();
        if (missing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .completionStage(
                        () ->
                                CompletableFuture.allOf(missing.toArray(CompletableFuture[]::new))
                                        .completeOnTimeout(
                                                null, patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /**
     * What the own answers of these identities allow together, now. For data that no request is
     * waiting for.
     */
    public Permissions permissionsOf(Collection<IdentityKey> keys) {
        return permissionsOf(keys, Grants::purposes);
    }

    /**
     * What they allow together for something that happened at that time: granted by then, and not
     * taken back since.
     */
    public Permissions permissionsOf(Collection<IdentityKey> keys, Instant at) {
        return permissionsOf(keys, grants -> grants.at(at));
    }

    /**
     * Whether what was recorded on this other device may be used for these, one of whom is a device
     * as well: all of them and it must allow that.
     */
    public boolean allowAcrossDevices(Collection<IdentityKey> served, IdentityKey elsewhere) {
        var all = new ArrayList<>(served);
        all.add(elsewhere);
        return permissionsOf(all).allows(Purpose.CROSS_DEVICE);
    }

    /**
     * Whether something may be concluded about this identity, or from what it did, as far as its
     * own answers allow: it has neither objected (Art. 21 GDPR) nor had its data restricted. Orders
     * are asked for this as well, which need no answer.
     */
    public boolean allowConclusions(IdentityKey key) {
        Limit limit = limits.of(key);
        return limits.isComplete() && !limit.restricted() && !limit.objected();
    }

    private Permissions permissionsOf(
            Collection<IdentityKey> keys, Function<Grants, Set<Purpose>> relevant) {
        if (keys.isEmpty()) {
            return Permissions.none(Refusal.STRANGER);
        }
        if (limits.restrictAny(keys)) {
            return Permissions.none(Refusal.RESTRICTED);
        }
        if (!limits.isComplete()) {
            return stale.count(Permissions.none(Refusal.NO_LEASE));
        }
        Set<Purpose> common = null;
        for (IdentityKey key : keys) {
            if (!replica.hasLease(key)) {
                return stale.count(Permissions.none(Refusal.NO_LEASE));
            }
            Set<Purpose> granted = relevant.apply(replica.standing(key).grants());
            if (common == null) {
                common = new HashSet<>(granted);
            } else {
                common.retainAll(granted);
            }
        }
        return Permissions.of(common == null ? Set.of() : common);
    }

    /** The same without waiting: a shown answer that is not here is a refusal. */
    public Permissions permissionsNow(Caller caller) {
        for (ConsentSeq seq : caller.shown()) {
            if (replica.version(seq.key()) < seq.version()) {
                return stale.count(Permissions.none(Refusal.NOT_YET_SEEN));
            }
        }
        Permissions permissions = permissionsOf(caller.keys());
        return caller.privacySignal() ? permissions.withPrivacySignal() : permissions;
    }
}
