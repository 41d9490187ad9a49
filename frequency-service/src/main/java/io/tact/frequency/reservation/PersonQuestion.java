package io.tact.frequency.reservation;

import io.tact.frequency.cap.Label;
import io.tact.frequency.person.RowKey;
import io.tact.frequency.rulebook.Candidate;
import io.tact.frequency.rulebook.LabelNumbers;
import io.tact.frequency.session.SessionRow;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * May one of these be shown to this person?
 *
 * @param identities the identity-keys that the request proves; the first is the one that is counted
 * @param sessionId what tells this session apart; null if no rule asks for sessions
 * @param items the numbers of the items that candidates have
 * @param request id of the request
 */
record PersonQuestion(
        List<String> identities,
        @Nullable String sessionId,
        List<Candidate> candidates,
        Map<String, Integer> items,
        String request) {

    /** Without a visitor's token the identity itself is what tells its session apart. */
    static PersonQuestion of(Request asked, Turn turn) {
        List<String> identities = asked.identities();
        return new PersonQuestion(
                identities,
                turn.rulebook().countsSessions() ? asked.session().orElse(identities.get(0)) : null,
                turn.candidates(),
                turn.items(),
                asked.requestId());
    }

    String identity() {
        return identities.get(0);
    }

    UUID key() {
        return RowKey.ofPerson(identity());
    }

    List<UUID> keys() {
        return identities.stream().map(RowKey::ofPerson).toList();
    }

    @Nullable UUID session() {
        return sessionId == null ? null : RowKey.ofSession(sessionId);
    }

    /** 21 bits that tell the sessions of one person apart. */
    long sessionTag() {
        UUID session = session();
        return session == null ? 0 : SessionRow.tag(session);
    }

    /** The number of a candidate's item; 0 for none. */
    int item(int index) {
        return candidates.get(index).item().map(name -> items.getOrDefault(name, 0)).orElse(0);
    }

    Long[] whats(LabelNumbers numbers) {
        return IntStream.range(0, candidates.size())
                .mapToObj(index -> numbers.what(candidates.get(index), item(index)))
                .toArray(Long[]::new);
    }

    /** The labels of each candidate as they are published. */
    String[] labelsJson() {
        return candidates.stream()
                .map(candidate -> PublishedLabels.json(candidate.labels()))
                .toArray(String[]::new);
    }

    Map<Integer, Label> products() {
        return items.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getValue, item -> Label.product(item.getKey())));
    }
}
