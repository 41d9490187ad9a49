package io.tact.frequency.rulebook;

import io.tact.frequency.campaign.Campaign;
import io.tact.frequency.campaign.Campaign.Kind;
import io.tact.frequency.campaign.Creative;
import io.tact.frequency.cap.Cap;
import io.tact.frequency.cap.CapRule;
import io.tact.frequency.cap.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Campaigns and rules at one version.
 *
 * @param numbers under which impressions remember labels
 */
public record Rulebook(
        long version, Map<String, Campaign> campaigns, List<CapRule> rules, LabelNumbers numbers) {
    public Rulebook {
        campaigns = Map.copyOf(campaigns);
        rules = List.copyOf(rules);
    }

    /**
     * Who competes, the winner first: by priority, score, the order in which they were asked for,
     * and the campaign's id. The contextual campaigns of a placement compete without being asked.
     */
    public List<Candidate> candidates(String placement, List<Asked> asked) {
        var entries = new ArrayList<Entry>();
        for (Asked one : asked) {
            Campaign campaign = campaigns.get(one.campaign());
            if (campaign != null && fits(campaign, placement, one)) {
                entries.add(new Entry(campaign, one.item(), one.score(), entries.size()));
            }
        }
        Set<String> named = new HashSet<>();
        entries.forEach(entry -> named.add(entry.campaign.id()));
        for (String id : new TreeSet<>(campaigns.keySet())) {
            Campaign campaign = campaigns.get(id);
            if (campaign != null && !named.contains(id) && competesAnyway(campaign, placement)) {
                entries.add(new Entry(campaign, Optional.empty(), 0, entries.size()));
            }
        }
        return entries.stream()
                .sorted(Entry.WINNER_FIRST)
                .map(entry -> candidate(entry, placement))
                .distinct()
                .toList();
    }

    private static boolean fits(Campaign campaign, String placement, Asked asked) {
        return campaign.isShownAt(placement)
                && (asked.item().isPresent() || campaign.creative() instanceof Creative.Fixed);
    }

    private static boolean competesAnyway(Campaign campaign, String placement) {
        return campaign.isShownAt(placement)
                && campaign.kind() == Kind.CONTEXTUAL
                && campaign.creative() instanceof Creative.Fixed;
    }

    private Candidate candidate(Entry entry, String placement) {
        Set<Label> labels = new HashSet<>(entry.campaign.revision());
        labels.add(Label.GLOBAL);
        labels.add(Label.placement(placement));
        entry.item.map(Label::product).ifPresent(labels::add);
        return new Candidate(
                entry.campaign, placement, entry.item, Set.copyOf(labels), capsOn(labels));
    }

    /** All rules that have a say on an impression of these labels. */
    public List<Cap> capsOn(Set<Label> labels) {
        return rules.stream()
                .flatMap(
                        rule ->
                                labels.stream()
                                        .filter(rule.label()::matches)
                                        .sorted(Comparator.comparing(Label::value))
                                        .flatMap(label -> Stream.of(new Cap(rule, label, false))))
                .toList();
    }

    /** Whether any rule asks for sessions. */
    public boolean countsSessions() {
        return rules.stream()
                .anyMatch(rule -> rule.window() instanceof io.tact.frequency.cap.Window.Session);
    }

    private record Entry(Campaign campaign, Optional<String> item, double score, int order) {
        static final Comparator<Entry> WINNER_FIRST =
                Comparator.comparingInt((Entry entry) -> -entry.campaign.priority())
                        .thenComparingDouble(entry -> -entry.score)
                        .thenComparingInt(Entry::order)
                        .thenComparing(entry -> entry.campaign.id());
    }
}
