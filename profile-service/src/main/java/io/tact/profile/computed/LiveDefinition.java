package io.tact.profile.computed;

import org.jspecify.annotations.Nullable;

/**
 * A definition that is in force, or about to be.
 *
 * @param id of this version of it
 * @param backfilledTo how far the history has been looked at, as an identity-key; absent once all
 *     of it was, and only then does it answer
 */
record LiveDefinition(long id, CompiledDefinition compiled, @Nullable String backfilledTo) {
    Definition definition() {
        return compiled.definition();
    }

    boolean isComplete() {
        return backfilledTo == null;
    }
}
