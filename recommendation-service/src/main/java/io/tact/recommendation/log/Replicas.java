package io.tact.recommendation.log;

import io.tact.recommendation.catalogue.KnownItems;
import io.tact.recommendation.history.Histories;
import io.tact.recommendation.history.Persons;
import io.tact.recommendation.history.Preferences;
import io.tact.recommendation.history.Stops;
import io.tact.recommendation.history.Turns;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the log is read into. One of each. */
final class Replicas {
    @Produces
    @Singleton
    static KnownItems items() {
        return new KnownItems();
    }

    @Produces
    @Singleton
    static Turns turns() {
        return new Turns();
    }

    @Produces
    @Singleton
    static Histories histories() {
        return new Histories();
    }

    @Produces
    @Singleton
    static Persons persons() {
        return new Persons();
    }

    @Produces
    @Singleton
    static Stops stops() {
        return new Stops();
    }

    @Produces
    @Singleton
    static Preferences preferences() {
        return new Preferences();
    }
}
