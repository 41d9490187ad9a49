package io.tact.frequency.person;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.topic.RecordTime;
import io.tact.frequency.publication.Unreadable;
import io.tact.frequency.publication.UntilItWorks;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows {@code profile.identity.v1}: which person an identity-key belongs to. */
@ApplicationScoped
class IdentityReader {
    private final FollowIdentity following;
    private final Forgotten forgotten;
    private final ObjectMapper json;
    private final Unreadable unreadable;

    IdentityReader(
            FollowIdentity following,
            Forgotten forgotten,
            ObjectMapper json,
            Unreadable unreadable) {
        this.following = following;
        this.forgotten = forgotten;
        this.json = json;
        this.unreadable = unreadable;
    }

    @Incoming("identities")
    Uni<Void> read(ConsumerRecord<String, byte[]> record) {
        return Uni.createFrom().completionStage(forgotten.whenRead()).chain(() -> follow(record));
    }

    private Uni<Void> follow(ConsumerRecord<String, byte[]> record) {
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
        Instant recordedAt = RecordTime.of(record);
        return UntilItWorks.retry(
                        () ->
                                identity == null
                                        ? following.follow(key, null, 0, recordedAt)
                                        : following.follow(
                                                key,
                                                identity.person(),
                                                identity.version(),
                                                Objects.requireNonNullElse(
                                                        identity.firstSeenAt(), recordedAt)))
                .onFailure()
                .recoverWithUni(() -> unreadable.skip(record));
    }
}
