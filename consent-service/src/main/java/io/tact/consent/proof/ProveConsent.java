package io.tact.consent.proof;

import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.Answers;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.ledger.ReadLedger;
import io.tact.consent.ledger.ReadLedger.Placement;
import io.tact.consent.proof.Proof.Damaged;
import io.tact.consent.proof.Proof.NotSignedYet;
import io.tact.consent.proof.Proof.Opened;
import io.tact.consent.proof.Proof.Proven;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Shows what held for a caller at an instant, so that nobody has to believe us. */
@ApplicationScoped
public class ProveConsent {
    /** What was just said is signed with the next batch. */
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private static final int LOOKS = 10;

    private final ProofStore entries;
    private final ReadLedger readLedger;

    ProveConsent(ProofStore entries, ReadLedger readLedger) {
        this.entries = entries;
        this.readLedger = readLedger;
    }

    /**
     * @param keys all that the request proves; what one of them never answered, they do not allow
     *     together
     * @param at empty for what holds now, by whatever clock it was recorded
     */
    public Uni<Proof> prove(List<IdentityKey> keys, Optional<Instant> at) {
        return prove(() -> entries.until(keys, at), keys.size(), LOOKS);
    }

    /** With the entries that the standing answers of each identity to a purpose go back to. */
    public Uni<Proof> origins(List<IdentityKey> keys, Purpose purpose) {
        return prove(() -> entries.origins(keys, purpose), keys.size(), LOOKS);
    }

    private Uni<Proof> prove(
            Supplier<Uni<Optional<List<KeptEntry>>>> found, int identities, int looks) {
        return look(found, identities)
                .chain(
                        proof ->
                                proof instanceof NotSignedYet && looks > 1
                                        ? Uni.createFrom()
                                                .voidItem()
                                                .onItem()
                                                .delayIt()
                                                .by(A_MOMENT)
                                                .chain(() -> prove(found, identities, looks - 1))
                                        : Uni.createFrom().item(proof));
    }

    private Uni<Proof> look(Supplier<Uni<Optional<List<KeptEntry>>>> entries, int identities) {
        return entries.get()
                .chain(
                        found ->
                                found.isEmpty()
                                        ? Uni.createFrom().item(new Damaged())
                                        : place(found.get(), identities));
    }

    private Uni<Proof> place(List<KeptEntry> found, int identities) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(new Proven(Answers.NONE, "", List.of()));
        }
        if (found.stream().anyMatch(entry -> entry.index().isEmpty())) {
            return Uni.createFrom().item(new NotSignedYet());
        }
        return readLedger
                .place(found.stream().map(entry -> entry.index().orElseThrow()).toList())
                .map(
                        placed ->
                                placed.<Proof>map(placement -> open(found, placement, identities))
                                        .orElseGet(NotSignedYet::new));
    }

    private static Proven open(List<KeptEntry> found, Placement placed, int identities) {
        List<Opened> opened =
                IntStream.range(0, found.size())
                        .mapToObj(
                                i ->
                                        new Opened(
                                                found.get(i).body(),
                                                found.get(i).nonce(),
                                                placed.proofs().get(i)))
                        .toList();
        return new Proven(held(found, identities), placed.checkpoint(), opened);
    }

    private static Answers held(List<KeptEntry> found, int identities) {
        var answers = new ArrayList<>(found.stream().map(KeptEntry::after).toList());
        while (answers.size() < identities) {
            answers.add(Answers.NONE);
        }
        return Answers.together(answers);
    }
}
