package io.tact.frequency.campaign;

import io.tact.frequency.cap.Label;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One campaign.
 *
 * @param labels its own ones; {@link #revision} adds its name
 * @param placements where it may be shown
 */
public record Campaign(
        String id,
        Kind kind,
        int priority,
        List<String> placements,
        Set<Label> labels,
        boolean active,
        Creative creative) {

    /** What it rests on. */
    public enum Kind {
        /** On what is known of a person: needs {@code marketing}. */
        PERSONAL,
        /** On the page alone. */
        CONTEXTUAL
    }

    private static final String ID = "[a-z0-9][a-z0-9-]{0,63}";
    private static final String PLACEMENT = "[a-z][a-z0-9._-]{0,63}";

    public Campaign {
        require(id.matches(ID), "The id of a campaign is " + ID + ", not '" + id + "'");
        require(priority >= 0 && priority <= 1_000, "A priority is 0 to 1000, not " + priority);
        require(
                !placements.isEmpty() && placements.size() <= 50,
                "A campaign has 1 to 50 placements, not " + placements.size());
        placements.forEach(
                name -> require(name.matches(PLACEMENT), "Not a placement: '" + name + "'"));
        require(labels.size() <= 20, "A campaign has up to 20 labels, not " + labels.size());
        labels.forEach(
                label -> require(!label.isOurs(), "The service itself gives the label " + label));
        placements = List.copyOf(placements);
        labels = Set.copyOf(labels);
    }

    /** The campaign's own labels and its name, sorted. */
    public Set<Label> revision() {
        var all = new TreeSet<Label>((first, second) -> first.value().compareTo(second.value()));
        all.addAll(labels);
        all.add(Label.campaign(id));
        return all;
    }

    public boolean isShownAt(String placement) {
        return active && placements.contains(placement);
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
