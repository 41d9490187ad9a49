package io.tact.evaluate;

import io.tact.recommendation.session.NeighbourSettings;
import io.tact.recommendation.session.PastSession;
import io.tact.recommendation.session.Scratch;
import io.tact.recommendation.session.SessionIndex;
import io.tact.recommendation.session.SessionNeighbours;
import java.util.List;

/** The service's own, with the settings that it ships. */
final class Neighbours implements Suggesting {
    private final SessionNeighbours neighbours;
    private final Scratch scratch;

    Neighbours(List<PastSession> train, int items) {
        NeighbourSettings settings = NeighbourSettings.DEFAULTS;
        neighbours =
                new SessionNeighbours(SessionIndex.of(train, items, settings.sample()), settings);
        scratch = new Scratch(settings);
    }

    @Override
    public String name() {
        return "neighbours";
    }

    @Override
    public List<Suggestion> suggest(int[] clicks, int most) {
        int last = clicks[clicks.length - 1];
        return neighbours.of(clicks, item -> item != last, most, scratch).stream()
                .map(one -> new Suggestion(one.item(), one.score(), "SESSION_NEIGHBOUR"))
                .toList();
    }
}
