package io.tact.frequency.person;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.frequency.publication.Unreadable;
import io.tact.frequency.publication.UntilItWorks;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows {@code profile.identity.v1}: which person an identity-key belongs to. */
@ApplicationScoped
class IdentityReader {
    private final FollowIdentity following;
    private final ObjectMapper json;
    private final Unreadable unreadable;

    IdentityReader(FollowIdentity following, ObjectMapper json, Unreadable unreadable) {
        this.following = following;
        this.json = json;
        this.unreadable = unreadable;
    }

    @Incoming("identities")
    Uni<Void> read(ConsumerRecord<String, byte[]> record) {
        IdentityKey key;
        IdentityRecord identity;
        try {
            key = new IdentityKey(record.key());
            identity =
                    record.value() == null
                            ? null
                            : json.readValue(record.value(), IdentityRecord.class);
        } catch (IOException | RuntimeException notUnderstood) {
            return unreadable.skip(record);
        }
        if (identity == null && record.value() != null) {
            return unreadable.skip(record);
        }
        return UntilItWorks.retry(
                        () ->
                                identity == null
                                        ? following.follow(key.value(), null, 0)
                                        : following.follow(
                                                key.value(), identity.person(), identity.version()))
                .onFailure()
                .recoverWithUni(() -> unreadable.skip(record));
    }
}
