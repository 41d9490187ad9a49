package io.tact.recommendation.session;

import io.tact.recommendation.ranking.Best;
import java.util.List;
import java.util.function.IntPredicate;

/** Answers from an index. Any number of threads, each with a scratch of its own. */
public final class SessionNeighbours {
    private final SessionIndex index;
    private final int longest;
    private final Decay byClick;
    private final Decay byPlace;
    private final Decay byAge;

    public SessionNeighbours(SessionIndex index, NeighbourSettings settings) {
        this.index = index;
        this.longest = settings.longest();
        this.byClick = new Decay(settings.clickDecay());
        this.byPlace = new Decay(settings.placeDecay());
        this.byAge = new Decay(settings.ageDecayDays());
    }

    /**
     * @param evolving what was clicked, oldest first; places below the index's number of items
     * @param wanted which items may be in the answer
     * @param most how many
     * @param scratch made for the same settings
     * @return best first; empty when nobody looked at any of it before
     */
    public List<Neighbourly> of(int[] evolving, IntPredicate wanted, int most, Scratch scratch) {
        scratch.prepare(index);
        try {
            findAlike(evolving, scratch);
            keepNearest(scratch);
            scoreTheirItems(scratch);
            return best(wanted, most, scratch);
        } finally {
            scratch.clean(evolving);
        }
    }

    /** Last click first: once a session is too old, so are all behind it. */
    private void findAlike(int[] evolving, Scratch scratch) {
        int last = evolving.length - 1;
        for (int at = last; at >= 0 && at > last - longest; at--) {
            int item = evolving[at];
            if (scratch.stepsBack[item] == Scratch.NOT_CLICKED) {
                scratch.stepsBack[item] = last - at;
                visit(item, byClick.at(last - at), scratch);
            }
        }
    }

    private void visit(int item, float weight, Scratch scratch) {
        if (weight == 0) {
            return;
        }
        for (int at = index.postingStart(item); at < index.postingStart(item + 1); at++) {
            int session = index.posting(at);
            if (scratch.likeness[session] == 0) {
                if (scratch.newest.isTooOld(session)) {
                    return;
                }
                int gone = scratch.newest.put(session);
                if (gone != Newest.NONE) {
                    scratch.likeness[gone] = 0;
                }
                scratch.touchedSessions[scratch.sessions++] = session;
            }
            scratch.likeness[session] += weight;
        }
    }

    private void keepNearest(Scratch scratch) {
        for (int touched = 0; touched < scratch.sessions; touched++) {
            int session = scratch.touchedSessions[touched];
            float likeness = scratch.likeness[session];
            if (likeness > 0) {
                // of two that are alike the newer is nearer: the lower number wins in Best
                scratch.nearest.offer(-session, likeness * byAge.at(index.age(session)));
            }
        }
    }

    private void scoreTheirItems(Scratch scratch) {
        Best nearest = scratch.nearest;
        for (int neighbour = 0; neighbour < nearest.size(); neighbour++) {
            int session = -nearest.item(neighbour);
            int start = index.clickStart(session);
            int end = index.clickStart(session + 1);
            int common = inCommon(start, end, scratch);
            float likeness = (float) nearest.score(neighbour);
            for (int at = start; at < end; at++) {
                int item = index.click(at);
                float score = likeness * byPlace.at(Math.abs(at - common)) * index.rarity(item);
                add(item, score, index.click(common), scratch);
            }
        }
    }

    /** Where the item stands that was clicked last of all in common. */
    private int inCommon(int start, int end, Scratch scratch) {
        int common = start;
        int fewest = Integer.MAX_VALUE;
        for (int at = start; at < end; at++) {
            int steps = scratch.stepsBack[index.click(at)];
            if (steps != Scratch.NOT_CLICKED && steps <= fewest) {
                fewest = steps;
                common = at;
            }
        }
        return common;
    }

    private static void add(int item, float score, int because, Scratch scratch) {
        if (score <= 0) {
            return;
        }
        if (scratch.score[item] == 0) {
            scratch.touchedItems[scratch.items++] = item;
        }
        scratch.score[item] += score;
        if (score > scratch.strongest[item]) {
            scratch.strongest[item] = score;
            scratch.because[item] = because;
        }
    }

    private static List<Neighbourly> best(IntPredicate wanted, int most, Scratch scratch) {
        var best = new Best(most);
        for (int touched = 0; touched < scratch.items; touched++) {
            int item = scratch.touchedItems[touched];
            float score = scratch.score[item];
            if (best.wants(item, score) && wanted.test(item)) {
                best.offer(item, score);
            }
        }
        return best.list().stream()
                .map(
                        item ->
                                new Neighbourly(
                                        item.item(), item.score(), scratch.because[item.item()]))
                .toList();
    }
}
