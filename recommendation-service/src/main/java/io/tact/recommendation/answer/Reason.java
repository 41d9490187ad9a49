package io.tact.recommendation.answer;

/** Why an item is there. Published: a name never changes its meaning. */
public enum Reason {
    SESSION_NEIGHBOUR,
    BOUGHT_WITH,
    DECLARED_PREFERENCE,
    LEFT_IN_BASKET,
    SIMILAR,
    POPULAR_IN_CATEGORY,
    POPULAR
}
