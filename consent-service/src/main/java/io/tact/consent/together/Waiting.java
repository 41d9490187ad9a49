package io.tact.consent.together;

import io.tact.consent.client.identity.IdentityKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What may be done together: as much as waits, each identity once, and nothing before what came
 * earlier for the same identity. Not for several threads at once.
 */
final class Waiting<T> {
    private final Deque<T> waiting = new ArrayDeque<>();
    private final Set<IdentityKey> busy = new HashSet<>();
    private final Function<T, List<IdentityKey>> keys;
    private final int most;

    /**
     * @param keys whom one changes
     * @param most that are taken at a time
     */
    Waiting(Function<T, List<IdentityKey>> keys, int most) {
        this.keys = keys;
        this.most = most;
    }

    void add(T change) {
        waiting.add(change);
    }

    /** Their identities are busy until they are {@link #done}. */
    List<T> take() {
        var taken = new ArrayList<T>();
        var passedOver = new HashSet<IdentityKey>();
        for (Iterator<T> next = waiting.iterator(); next.hasNext() && taken.size() < most; ) {
            T change = next.next();
            List<IdentityKey> own = keys.apply(change);
            if (own.stream().anyMatch(key -> busy.contains(key) || passedOver.contains(key))) {
                passedOver.addAll(own);
            } else {
                busy.addAll(own);
                taken.add(change);
                next.remove();
            }
        }
        return taken;
    }

    void done(List<T> taken) {
        taken.forEach(change -> keys.apply(change).forEach(busy::remove));
    }
}
