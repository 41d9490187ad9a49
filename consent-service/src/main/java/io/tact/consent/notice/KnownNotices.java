package io.tact.consent.notice;

import io.tact.consent.answer.Statement;
import io.tact.consent.answer.Unrecordable;
import io.tact.consent.answer.Unrecordable.NotAlone;
import io.tact.consent.answer.Unrecordable.NotAsked;
import io.tact.consent.answer.Unrecordable.NotShown;
import io.tact.consent.answer.Unrecordable.NoticeNotInForce;
import io.tact.consent.answer.Unrecordable.NoticeSuperseded;
import io.tact.consent.answer.Unrecordable.NoticeUnknown;
import io.tact.consent.answer.Unrecordable.UnknownPurpose;
import io.tact.consent.answer.Widened;
import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.Notice;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is registered.
 *
 * @param inOrder as they were registered
 */
public record KnownNotices(List<RegisteredNotice> inOrder) {
    static final KnownNotices NONE = new KnownNotices(List.of());

    public KnownNotices {
        inOrder = List.copyOf(inOrder);
    }

    /** Whose texts are kept; of all others nothing is known, nor demanded. */
    boolean knows(String id) {
        return inOrder.stream().anyMatch(one -> one.id().equals(id));
    }

    Optional<RegisteredNotice> find(String id, String version) {
        return inOrder.stream()
                .filter(one -> one.id().equals(id) && one.version().equals(version))
                .findFirst();
    }

    Optional<RegisteredNotice> latest(String id) {
        return inOrder.stream()
                .filter(one -> one.id().equals(id))
                .reduce((earlier, later) -> later);
    }

    /** With the hash of the text that was shown, where it is kept. */
    public Statement named(Statement said) {
        return said.notice()
                .flatMap(
                        shown ->
                                find(shown.id(), shown.version())
                                        .flatMap(known -> known.sha256(shown.language()))
                                        .map(shown::withText))
                .map(said::under)
                .orElse(said);
    }

    /** Those that ask for a protected category. */
    KnownNotices askingForSensitive() {
        return new KnownNotices(
                inOrder.stream()
                        .filter(
                                one ->
                                        one.sources().keySet().stream()
                                                .anyMatch(Purpose::isSensitive))
                        .toList());
    }

    /** The protected categories that are asked for, each with the notice that asks now. */
    SortedMap<Purpose, RegisteredNotice> sensitive(Instant now) {
        var latest = new TreeMap<Purpose, RegisteredNotice>(Comparator.comparing(Purpose::name));
        inOrder.stream()
                .filter(notice -> !now.isBefore(notice.inForceFrom()))
                .forEach(
                        notice ->
                                notice.sources().keySet().stream()
                                        .filter(Purpose::isSensitive)
                                        .forEach(purpose -> latest.put(purpose, notice)));
        return latest;
    }

    /**
     * Why nobody can have said it, or yes to it with this text before their eyes. A no to what is
     * asked always counts.
     */
    public Optional<Unrecordable> check(Statement said, Instant now) {
        return checkSensitive(said).or(() -> checkShown(said, now));
    }

    private Optional<Unrecordable> checkSensitive(Statement said) {
        Set<Purpose> granted = said.granted();
        boolean shown = said.notice().flatMap(one -> find(one.id(), one.version())).isPresent();
        for (Purpose purpose : said.answers().keySet()) {
            if (purpose.isSensitive() && inOrder.stream().noneMatch(one -> one.asksFor(purpose))) {
                return Optional.of(new UnknownPurpose(purpose.name()));
            }
            if (purpose.isSensitive() && granted.contains(purpose)) {
                if (granted.size() > 1) {
                    return Optional.of(new NotAlone(purpose));
                }
                if (!shown) {
                    return Optional.of(new NotShown(purpose));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Unrecordable> checkShown(Statement said, Instant now) {
        Set<Purpose> granted = said.granted();
        return said.notice()
                .filter(shown -> !granted.isEmpty() && knows(shown.id()))
                .flatMap(shown -> check(shown, granted, said.givenAt().orElse(now), now));
    }

    private Optional<Unrecordable> check(
            Notice shown, Set<Purpose> granted, Instant given, Instant now) {
        Optional<RegisteredNotice> known = find(shown.id(), shown.version());
        if (known.flatMap(one -> one.sha256(shown.language())).isEmpty()) {
            return Optional.of(new NoticeUnknown());
        }
        RegisteredNotice notice = known.get();
        Optional<Purpose> notAsked = granted.stream().filter(one -> !notice.asksFor(one)).findAny();
        if (notAsked.isPresent()) {
            return Optional.of(new NotAsked(notAsked.get()));
        }
        if (now.isBefore(notice.inForceFrom())) {
            return Optional.of(new NoticeNotInForce(notice.inForceFrom()));
        }
        return inOrder.stream()
                .skip(inOrder.indexOf(notice) + 1L)
                .filter(later -> !given.isBefore(later.inForceFrom()))
                .filter(later -> granted.stream().anyMatch(one -> later.outdates(notice, one)))
                .<Unrecordable>map(later -> new NoticeSuperseded(later.id(), later.version()))
                .reduce((earlier, latest) -> latest);
    }

    /** Since when each purpose means more than before. */
    public Widened widened() {
        Map<Purpose, Instant> since = new HashMap<>();
        inOrder.forEach(
                notice ->
                        notice.wider()
                                .forEach(
                                        purpose ->
                                                since.merge(
                                                        purpose,
                                                        notice.inForceFrom(),
                                                        (one, other) ->
                                                                one.isAfter(other) ? one : other)));
        return new Widened(since);
    }
}
