package io.tact.profile.question.answer;

/** What somebody says to a question. */
sealed interface Said {
    record AboutMe(SaidValue value) implements Said {}

    /** The present is for a friend: no fact about whoever says it. */
    record AboutSomebodyElse(SaidValue value) implements Said {}

    /** Not now. */
    record Skip() implements Said {}
}
