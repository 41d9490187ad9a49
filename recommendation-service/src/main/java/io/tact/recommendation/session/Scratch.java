package io.tact.recommendation.session;

import io.tact.recommendation.ranking.Best;
import java.util.Arrays;

/**
 * The writable memory of a query: dense arrays, and lists of what was touched in them. For one
 * thread at a time and one setting; clean between queries.
 */
public final class Scratch {
    static final int NOT_CLICKED = -1;

    final Newest newest;
    final Best nearest;
    float[] likeness = new float[0];
    int[] touchedSessions = new int[0];
    int sessions;

    int[] stepsBack = new int[0];
    float[] score = new float[0];
    float[] strongest = new float[0];
    int[] because = new int[0];
    int[] touchedItems = new int[0];
    int items;

    public Scratch(NeighbourSettings settings) {
        newest = new Newest(settings.sample());
        nearest = new Best(settings.neighbours());
    }

    void prepare(SessionIndex index) {
        if (likeness.length < index.sessions()) {
            likeness = new float[roomFor(index.sessions())];
            touchedSessions = new int[likeness.length];
        }
        if (score.length < index.items()) {
            score = new float[roomFor(index.items())];
            strongest = new float[score.length];
            because = new int[score.length];
            touchedItems = new int[score.length];
            stepsBack = new int[score.length];
            Arrays.fill(stepsBack, NOT_CLICKED);
        }
    }

    private static int roomFor(int count) {
        return count + count / 4 + 1;
    }

    void clean(int[] evolving) {
        for (int touched = 0; touched < sessions; touched++) {
            likeness[touchedSessions[touched]] = 0;
        }
        for (int touched = 0; touched < items; touched++) {
            score[touchedItems[touched]] = 0;
            strongest[touchedItems[touched]] = 0;
        }
        for (int item : evolving) {
            stepsBack[item] = NOT_CLICKED;
        }
        sessions = 0;
        items = 0;
        newest.clear();
        nearest.clear();
    }
}
