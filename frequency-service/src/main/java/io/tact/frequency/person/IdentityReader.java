package io.tact.frequency.person;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.ErasureTopicReader;
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
import org.jspecify.annotations.Nullable;

/**
 * Follows {@code profile.identity.v1}: which person an identity-key belongs to. What it says of a
 * new life is followed when the old one has been forgotten here.
 */
@ApplicationScoped
class IdentityReader {
    private final FollowIdentity following;
    private final ErasureTopicReader erasures;
    private final ObjectMapper json;
    private final Unreadable unreadable;

    IdentityReader(
            FollowIdentity following,
            ErasureTopicReader erasures,
            ObjectMapper json,
            Unreadable unreadable) {
        this.following = following;
        this.erasures = erasures;
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
        Instant recordedAt = RecordTime.of(record);
        return UntilItWorks.retry(
                        () -> erasuresAreRead().chain(() -> follow(key, identity, recordedAt)))
                .onFailure()
                .recoverWithUni(() -> unreadable.skip(record));
    }

    private Uni<Void> erasuresAreRead() {
        return Uni.createFrom().completionStage(erasures.whenReadUpToNow());
    }

    private Uni<Void> follow(
            IdentityKey key, @Nullable IdentityRecord identity, Instant recordedAt) {
        return identity == null
                ? following.follow(key, null, 0, recordedAt)
                : following.follow(
                        key,
                        identity.person(),
                        identity.version(),
                        Objects.requireNonNullElse(identity.firstSeenAt(), recordedAt));
    }
}
