package io.tact.frequency.rulebook;

import io.tact.frequency.campaign.Campaign;
import io.tact.frequency.campaign.Campaign.Kind;
import io.tact.frequency.cap.Cap;
import io.tact.frequency.cap.CapRule;
import io.tact.frequency.cap.Contender;
import io.tact.frequency.cap.Label;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A campaign that competes for a slot, with the item that it would show.
 *
 * @param labels of the impression that it would be
 * @param rules that match one of them, each with the label
 */
public record Candidate(
        Campaign campaign,
        String placement,
        Optional<String> item,
        Set<Label> labels,
        List<Cap> rules) {

    /** With {@code marketing}: all caps. */
    public Contender known() {
        return new Contender(labels, rules);
    }

    /** Whether it may be shown to somebody without {@code marketing} at all. */
    public boolean needsMarketing() {
        return campaign.kind() == Kind.PERSONAL
                || rules.stream().map(Cap::rule).anyMatch(CapRule::isPersonCap);
    }

    /**
     * Without {@code marketing}: what the session alone can tell. Each session rule, and the given
     * one, compares the number of all impressions of the session.
     */
    public Contender unknown(CapRule sessionLimit) {
        Stream<Cap> whole = rules.stream().map(cap -> new Cap(cap.rule(), cap.label(), true));
        return new Contender(
                labels,
                Stream.concat(whole, Stream.of(new Cap(sessionLimit, Label.GLOBAL, true)))
                        .toList());
    }
}
