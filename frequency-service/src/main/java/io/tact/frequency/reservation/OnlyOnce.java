package io.tact.frequency.reservation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tact.frequency.problem.Problems;
import io.tact.frequency.reservation.Answers.Claim;
import io.tact.frequency.reservation.Answers.Subject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides in one transaction, and answers a request that names an {@code Idempotency-Key} once, and
 * then the same again.
 */
@ApplicationScoped
class OnlyOnce {
    private final Answers answers;
    private final ObjectMapper json;
    private final Pool database;

    OnlyOnce(Answers answers, ObjectMapper json, Pool database) {
        this.answers = answers;
        this.json = json;
        this.database = database;
    }

    /**
     * @param subject whose key it is
     * @param deciding makes the first answer; empty if it has to be asked again, and then nothing
     *     of this try stays
     */
    Uni<Optional<ReservationAnswer>> answer(
            Subject subject,
            Request request,
            long now,
            Function<SqlConnection, Uni<Optional<Decision>>> deciding) {
        return database.withTransaction(
                        transaction ->
                                request.idempotencyKey()
                                        .map(key -> new Key(transaction, subject, key, now))
                                        .map(key -> underKey(key, request, deciding))
                                        .orElseGet(() -> decided(deciding.apply(transaction))))
                .map(Optional::of)
                .onFailure(Undecided.class)
                .recoverWithItem(Optional.empty());
    }

    private record Key(SqlConnection transaction, Subject subject, String text, long now) {}

    private Uni<ReservationAnswer> underKey(
            Key key, Request request, Function<SqlConnection, Uni<Optional<Decision>>> deciding) {
        return answers.claim(key.transaction, key.subject, key.text, digest(request), key.now)
                .chain(
                        claim -> {
                            if (claim instanceof Claim.Foreign) {
                                return Uni.createFrom().failure(Problems.idempotencyKeyReused());
                            }
                            return claim instanceof Claim.Answered answered
                                    ? Uni.createFrom().item(read(answered.answer()))
                                    : decided(deciding.apply(key.transaction))
                                            .call(made -> keep(key, made));
                        });
    }

    private Uni<Void> keep(Key key, ReservationAnswer made) {
        return answers.keep(key.transaction, key.subject, key.text, write(made));
    }

    private static Uni<ReservationAnswer> decided(Uni<Optional<Decision>> deciding) {
        return deciding.map(made -> ReservationAnswer.of(made.orElseThrow(Undecided::new)));
    }

    /** Takes back the transaction, the claim of the key included. */
    private static final class Undecided extends RuntimeException {
        private static final long serialVersionUID = 1;

        Undecided() {
            super("To be asked again", null, false, false);
        }
    }

    private byte[] digest(Request request) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((request.placement() + "\n" + write(request.asked())).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Strings and numbers are JSON", impossible);
        }
    }

    private ReservationAnswer read(String text) {
        try {
            return json.readValue(text, ReservationAnswer.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A kept answer cannot be read", damaged);
        }
    }
}
