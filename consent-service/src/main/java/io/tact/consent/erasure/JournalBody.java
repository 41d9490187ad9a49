package io.tact.consent.erasure;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An erasure as {@code consent.erasure.v1} has it: who is nobody any more, and no more of them. */
record JournalBody(Instant erasedAt, List<UUID> pseudonyms, Optional<LocalDate> proofKeptUntil) {

    static JournalBody of(Erasure erasure) {
        return new JournalBody(erasure.at(), erasure.pseudonyms(), erasure.proofKeptUntil());
    }

    static JournalBody read(String text) {
        var journal = new JsonObject(text);
        return new JournalBody(
                Instant.parse(journal.getString("erasedAt")),
                journal.getJsonArray("pseudonyms").stream()
                        .map(pseudonym -> UUID.fromString((String) pseudonym))
                        .toList(),
                Optional.ofNullable(journal.getString("proofKeptUntil")).map(LocalDate::parse));
    }

    JsonObject json() {
        var journal =
                new JsonObject()
                        .put("erasedAt", erasedAt.toString())
                        .put(
                                "pseudonyms",
                                new JsonArray(pseudonyms.stream().map(UUID::toString).toList()));
        proofKeptUntil.ifPresent(day -> journal.put("proofKeptUntil", day.toString()));
        return journal;
    }
}
