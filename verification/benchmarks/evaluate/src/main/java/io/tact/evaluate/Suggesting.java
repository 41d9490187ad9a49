package io.tact.evaluate;

import java.util.List;

/** What is judged. */
interface Suggesting {
    String name();

    /**
     * What is shown to somebody.
     *
     * @param context what was clicked, oldest first; or the one item beside which others are shown
     * @return best first, at most so many
     */
    List<Suggestion> suggest(int[] context, int most);
}
