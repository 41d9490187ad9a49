package io.tact.frequency.reservation;

import io.tact.frequency.rulebook.Candidate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * May one of these be shown in this session?
 *
 * @param session its row
 * @param identities the identity-keys that the request proves: what their rows hold only holds back
 * @param candidates at least one, and none that needs {@code marketing}
 * @param items the numbers of the items that candidates have
 */
record SessionQuestion(
        UUID session,
        List<String> identities,
        List<Candidate> candidates,
        Map<String, Integer> items) {

    /** The number of a candidate's item; 0 for none. */
    int item(Candidate candidate) {
        return candidate.item().map(name -> items.getOrDefault(name, 0)).orElse(0);
    }
}
