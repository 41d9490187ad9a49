package io.tact.consent.client.caller;

import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request proves and says about its sender.
 *
 * @param customer from the bearer token
 * @param visitor from the visitor token
 * @param shown the consents that the sender knows of ({@code Consent-Seq})
 * @param privacySignal {@code Sec-GPC: 1}
 */
public record Caller(
        Optional<Proven> customer,
        Optional<Visitor> visitor,
        List<ConsentSeq> shown,
        boolean privacySignal) {

    /** An identity that the request's credentials prove. */
    public record Proven(Identity identity, IdentityKey key) {}

    /**
     * A browser or app that consent-service knows by its subject id only.
     *
     * @param session ends with the visit; what is kept under {@code necessary} is kept under it
     */
    public record Visitor(Proven proven, String session) {}

    /** All of them: being served means all of them are. Empty for a stranger. */
    public List<Proven> proven() {
        return Stream.concat(customer.stream(), visitor.stream().map(Visitor::proven)).toList();
    }

    public List<IdentityKey> keys() {
        return proven().stream().map(Proven::key).toList();
    }

    public boolean isStranger() {
        return customer.isEmpty() && visitor.isEmpty();
    }

    /** The customer where there is one, else the visitor: under whom something new is recorded. */
    public @Nullable Proven foremost() {
        return customer.or(() -> visitor.map(Visitor::proven)).orElse(null);
    }
}
