package io.tact.consent.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tact.consent.client.Purpose;
import io.tact.consent.proof.Proof.Opened;
import io.tact.consent.proof.Proof.Proven;
import io.tact.proof.CanonicalBase64;
import io.tact.proof.tree.Hash;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Evidence as {@code ledger-proof verify} reads it, with what it is evidence of. */
@Schema(name = "Proof")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProofBody(
        @Schema(enumeration = "tact.evidence.v1") String format,
        String purpose,
        Instant at,
        @Schema(
                        enumeration = {
                            "granted",
                            "refused",
                            "withdrawn",
                            "objected",
                            "lapsed",
                            "unanswered"
                        })
                String answer,
        @Schema(
                        nullable = true,
                        description =
                                "A signed note (C2SP tlog-checkpoint); missing if nobody ever answered.")
                @Nullable String checkpoint,
        List<EntryBody> entries) {

    @Schema(name = "ProofEntry")
    record EntryBody(
            @Schema(description = "In the ledger, from 0.") long index,
            @Schema(
                            description =
                                    "The text that was committed to: what was said, and what held after it.")
                    String body,
            @Schema(description = "32 bytes in base64; opens the commitment in the leaf.")
                    String nonce,
            @Schema(description = "Hashes in base64 (RFC 9162, 2.1.3), from the leaf up.")
                    List<String> inclusion) {
        static EntryBody of(Opened entry) {
            return new EntryBody(
                    entry.inclusion().index(),
                    new String(entry.body(), UTF_8),
                    CanonicalBase64.encode(entry.nonce()),
                    entry.inclusion().path().stream().map(Hash::toString).toList());
        }
    }

    public static ProofBody of(Proven proof, Purpose purpose, Instant at) {
        return new ProofBody(
                "tact.evidence.v1",
                purpose.name(),
                at,
                proof.held().to(purpose).map(held -> held.answer().word()).orElse("unanswered"),
                proof.checkpoint().isEmpty() ? null : proof.checkpoint(),
                proof.entries().stream().map(EntryBody::of).toList());
    }
}
