package io.tact.consent.receipt;

import io.tact.consent.client.Purpose;
import io.tact.consent.notice.NoticeText;
import io.tact.consent.notice.NoticeTextBody;
import io.tact.consent.proof.ProofBody;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.PurposeText;
import io.tact.consent.purpose.PurposeTexts;
import io.tact.consent.receipt.Issue.Part;
import io.tact.consent.receipt.Issue.Receipt;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A receipt as JSON-LD: its records, and the evidence for them. */
final class ReceiptDocument {
    private final RecordDocument records;
    private final Map<Language, PurposeTexts> texts =
            Arrays.stream(Language.values())
                    .collect(Collectors.toUnmodifiableMap(one -> one, PurposeTexts::in));

    ReceiptDocument(RecordDocument records) {
        this.records = records;
    }

    JsonObject of(Receipt receipt, Purpose purpose, Instant now) {
        var parts = new JsonArray();
        receipt.parts()
                .forEach(
                        part ->
                                parts.add(
                                        records.of(
                                                part.id(),
                                                part.entry(),
                                                text(part, purpose),
                                                part.shown())));
        return new JsonObject()
                .put("@context", Vocabulary.context())
                .put("@type", "dpv:ConsentReceipt")
                .put("dct:conformsTo", Vocabulary.RECEIPT)
                .put("dct:identifier", id(receipt).toString())
                .put("dct:issued", now.toString())
                .put("dct:hasPart", parts)
                .put(
                        "tact:evidence",
                        JsonObject.mapFrom(ProofBody.of(receipt.proof(), purpose, now)));
    }

    /** Of all its records together. */
    private static UUID id(Receipt receipt) {
        String ids =
                receipt.parts().stream()
                        .map(part -> part.id().toString())
                        .sorted()
                        .collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.UTF_8));
    }

    /** As it was shown; where that is not kept, as we ask now. */
    private PurposeText text(Part part, Purpose purpose) {
        return part.shown()
                .flatMap(shown -> about(shown, purpose))
                .or(() -> part.asked().flatMap(asked -> about(asked, purpose)))
                .orElseGet(() -> asWeAsk(part, purpose));
    }

    private static Optional<PurposeText> about(NoticeText text, Purpose purpose) {
        return NoticeTextBody.read(text.text()).about(purpose);
    }

    private PurposeText asWeAsk(Part part, Purpose purpose) {
        return Objects.requireNonNull(texts.get(part.entry().language())).purposes().stream()
                .filter(text -> text.purpose().equals(purpose))
                .findFirst()
                .orElseThrow();
    }
}
