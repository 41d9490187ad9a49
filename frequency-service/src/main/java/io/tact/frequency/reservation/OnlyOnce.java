package io.tact.frequency.reservation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tact.frequency.clock.StoreClock;
import io.tact.frequency.problem.Problems;
import io.tact.frequency.reservation.Answers.Claim;
import io.tact.frequency.reservation.ReserveSlot.Request;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers a request that names an {@code Idempotency-Key} once, and then the same again. */
@ApplicationScoped
class OnlyOnce {
    private final Answers answers;
    private final ObjectMapper json;
    private final StoreClock clock;

    OnlyOnce(Answers answers, ObjectMapper json, StoreClock clock) {
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param subject whose key it is
     * @param asking makes the first answer, in the same transaction
     */
    Uni<ReservationAnswer> answer(
            SqlConnection transaction,
            UUID subject,
            Request request,
            Supplier<Uni<Decision>> asking) {
        if (request.idempotencyKey().isEmpty()) {
            return asking.get().map(ReservationAnswer::of);
        }
        String key = request.idempotencyKey().get();
        long now = clock.now().orElse(0);
        return answers.claim(transaction, subject, key, digest(request), now)
                .chain(
                        claim -> {
                            if (claim instanceof Claim.Foreign) {
                                return Uni.createFrom().failure(Problems.idempotencyKeyReused());
                            }
                            if (claim instanceof Claim.Answered answered) {
                                return Uni.createFrom().item(read(answered.answer()));
                            }
                            return asking.get()
                                    .map(ReservationAnswer::of)
                                    .call(
                                            made ->
                                                    answers.keep(
                                                            transaction,
                                                            subject,
                                                            key,
                                                            write(made)));
                        });
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
