package io.tact.profile.identity;

import io.tact.consent.client.identity.IdentityKey;
import java.util.Set;

/** Why each edge of some identities counts, or does not. */
public final class LinkReasons {
    private final Neighbourhood graph;
    private final Set<IdentityKey> shared;

    public LinkReasons(Neighbourhood graph) {
        this.graph = graph;
        this.shared = graph.shared();
    }

    /**
     * @param unconfirmed nothing but claims ever spoke for it
     * @param joined its sides are one person
     */
    public LinkReason of(Edge edge, boolean unconfirmed, boolean joined) {
        if (edge.isClaim()) {
            return unconfirmed ? LinkReason.CLAIMED : LinkReason.OUTRANKED;
        }
        if (!edge.permitted()) {
            return LinkReason.NOT_PERMITTED;
        }
        if (joined) {
            return LinkReason.COUNTS;
        }
        if (shared.contains(edge.pair().left().key())
                || shared.contains(edge.pair().right().key())) {
            return LinkReason.SHARED;
        }
        if (edge.certainty() == Certainty.ALIASED && graph.isRefused(edge.pair())) {
            return LinkReason.OUTRANKED;
        }
        return edge.pair().isOfADevice() ? LinkReason.OTHER_DEVICE : LinkReason.TOO_MANY;
    }
}
