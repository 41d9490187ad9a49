package io.tact.profile.event;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.identity.NamedIdentity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event names.
 *
 * @param recorder the identity under which it is recorded: with a server's key the user, else the
 *     browser; with a browser's key always the browser, since anybody can name another's user id
 * @param previous what an alias says the user was before
 * @param previousAsUser the same value as a user id: an alias must not merge a user
 */
public record Subject(
        NamedIdentity recorder,
        @Nullable NamedIdentity user,
        @Nullable NamedIdentity anonymous,
        @Nullable NamedIdentity email,
        @Nullable NamedIdentity previous,
        @Nullable IdentityKey previousAsUser) {

    /** All of them, each once. */
    public List<NamedIdentity> identities() {
        return Stream.of(recorder, user, anonymous, previous, email)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * Those who can answer for themselves, and so decide. An e-mail address in an event is a value
     * about the user, not a second person who was asked.
     */
    public List<IdentityKey> deciders() {
        return Stream.of(recorder, user, anonymous, previous)
                .filter(Objects::nonNull)
                .map(NamedIdentity::key)
                .distinct()
                .toList();
    }

    /**
     * Whom it names when some are nobody's any more; empty if it is recorded under one of them. An
     * alias loses its other side as well where that must not be known as a user and is nobody's.
     */
    public Optional<Subject> without(Predicate<IdentityKey> gone) {
        if (gone.test(recorder.key())) {
            return Optional.empty();
        }
        boolean losesPrevious = previousAsUser != null && gone.test(previousAsUser);
        return Optional.of(
                new Subject(
                        recorder,
                        unless(gone, user),
                        unless(gone, anonymous),
                        unless(gone, email),
                        losesPrevious ? null : unless(gone, previous),
                        losesPrevious ? null : previousAsUser));
    }

    private static @Nullable NamedIdentity unless(
            Predicate<IdentityKey> gone, @Nullable NamedIdentity named) {
        return named == null || gone.test(named.key()) ? null : named;
    }
}
