package io.tact.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.profile.event.EventType;
import io.tact.profile.event.Subject;
import io.tact.profile.identity.BlockedValues;
import io.tact.profile.identity.IdentityType;
import io.tact.profile.identity.NamedIdentity;
import org.jspecify.annotations.Nullable;

/** Whom a message names. */
final class Subjects {
    private final IdentityKeys keys;

    Subjects(IdentityKeys keys) {
        this.keys = keys;
    }

    Subject of(Message message, EventType type) throws Unreadable {
        JsonNode body = message.body();
        NamedIdentity user = identity(body, "userId", IdentityType.USER_ID);
        NamedIdentity anonymous = identity(body, "anonymousId", IdentityType.ANONYMOUS_ID);
        NamedIdentity previous =
                type == EventType.ALIAS
                        ? identity(body, "previousId", IdentityType.ANONYMOUS_ID)
                        : null;
        if (type == EventType.ALIAS && (user == null || previous == null)) {
            throw new Unreadable(Reason.ALIAS_INCOMPLETE);
        }
        NamedIdentity previousAsUser =
                previous == null ? null : identity(body, "previousId", IdentityType.USER_ID);
        return new Subject(
                recorder(message, user, anonymous),
                user,
                anonymous,
                email(message, type),
                previous,
                previousAsUser == null ? null : previousAsUser.key());
    }

    private static NamedIdentity recorder(
            Message message, @Nullable NamedIdentity user, @Nullable NamedIdentity anonymous)
            throws Unreadable {
        boolean isBrowser = message.source().isBrowser();
        NamedIdentity recorder = isBrowser || user == null ? anonymous : user;
        if (recorder == null) {
            throw new Unreadable(
                    user == null ? Reason.IDENTITY_MISSING : Reason.ANONYMOUS_ID_MISSING);
        }
        return recorder;
    }

    /** What names nobody is as good as absent: the message still tells of the others. */
    private @Nullable NamedIdentity identity(JsonNode body, String field, IdentityType type) {
        return Fields.text(body, field)
                .filter(text -> !BlockedValues.contains(text))
                .map(text -> NamedIdentity.of(type, text, keys))
                .orElse(null);
    }

    /** Of the subject, by a server's word. Only what looks like one. */
    private @Nullable NamedIdentity email(Message message, EventType type) {
        if (message.source().isBrowser() || type != EventType.IDENTIFY) {
            return null;
        }
        return Fields.text(Traits.ofSubject(message.body()), "email")
                .filter(text -> text.indexOf('@') > 0 && !BlockedValues.containsAddress(text))
                .map(text -> NamedIdentity.of(IdentityType.EMAIL, text, keys))
                .orElse(null);
    }
}
