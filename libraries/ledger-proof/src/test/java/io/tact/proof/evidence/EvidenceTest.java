package io.tact.proof.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.proof.Checked;
import io.tact.proof.Seed;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.SigningKey;
import io.tact.proof.note.VerifierKey;
import io.tact.proof.tree.Hash;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final SignedEntries LEDGER = new SignedEntries(13);
    private static final VerifierKey KEY = LEDGER.key().verifierKey();

    private final Evidence.Entry five = LEDGER.entry(5);

    @Test
    void everyEntryOfALedgerIsProved() {
        for (long size : new long[] {1, 2, 3, 8, 13}) {
            var ledger = new SignedEntries(size);
            for (long index = 0; index < size; index++) {
                assertThat(
                                ledger.evidence(index)
                                        .verify(ledger.key().verifierKey(), SignedEntries.ORIGIN)
                                        .orElseThrow()
                                        .head()
                                        .size())
                        .isEqualTo(size);
            }
        }
    }

    @Test
    void severalEntriesAreProvedAtOnce() {
        assertThat(LEDGER.evidence(0L, 5L, 12L).verify(KEY, SignedEntries.ORIGIN))
                .isInstanceOf(Checked.Valid.class);
    }

    @Test
    void anotherBodyIsRefused() {
        refused(entry(5, five.body().replace("true", "false"), five.nonce(), five.inclusion()))
                .contains("entry 5", "root");
    }

    @Test
    void bodyThatNoBytesStandForIsRefused() {
        refused(entry(5, five.body() + "\ud800", five.nonce(), five.inclusion()))
                .contains("entry 5", "half of a character");
    }

    @Test
    void anotherNonceIsRefused() {
        refused(entry(5, five.body(), SignedEntries.nonce(6), five.inclusion()))
                .contains("entry 5", "root");
    }

    @Test
    void shortNonceIsRefused() {
        refused(entry(5, five.body(), new byte[31], five.inclusion()))
                .contains("entry 5", "31 bytes, not 32");
    }

    @Test
    void everyOtherIndexIsRefused() {
        for (long index : new long[] {Long.MIN_VALUE, -1, 0, 4, 6, 12, 13, Long.MAX_VALUE}) {
            refused(entry(index, five.body(), five.nonce(), five.inclusion()))
                    .contains("entry " + index);
        }
    }

    @Test
    void missingAndAddedHashesAreRefused() {
        List<Hash> path = five.inclusion();
        var longer = new ArrayList<>(path);
        longer.add(Hash.OF_EMPTY_TREE);

        refused(entry(5, five.body(), five.nonce(), List.of())).contains("4 hashes, not 0");
        refused(entry(5, five.body(), five.nonce(), path.subList(0, 3)))
                .contains("4 hashes, not 3");
        refused(entry(5, five.body(), five.nonce(), longer)).contains("4 hashes, not 5");
    }

    @Test
    void everyDamagedHashIsRefused() {
        var random = Seed.random("everyDamagedHashIsRefused");
        for (int at = 0; at < five.inclusion().size(); at++) {
            byte[] damaged = five.inclusion().get(at).toBytes();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            var path = new ArrayList<>(five.inclusion());
            path.set(at, Hash.parse(damaged).orElseThrow());

            refused(entry(5, five.body(), five.nonce(), path)).contains("entry 5", "root");
        }
    }

    @Test
    void oneWrongEntryAmongOthersIsNamed() {
        var evidence =
                new Evidence(
                        LEDGER.checkpoint(),
                        List.of(
                                LEDGER.entry(0),
                                entry(7, five.body(), five.nonce(), five.inclusion()),
                                LEDGER.entry(12)));

        assertThat(reason(evidence.verify(KEY, SignedEntries.ORIGIN))).contains("entry 7 is not");
    }

    @Test
    void checkpointOfAnotherKeyIsRefused() {
        var other = SigningKey.generate(SignedEntries.ORIGIN, new SecureRandom()).verifierKey();

        assertThat(reason(LEDGER.evidence(5L).verify(other, SignedEntries.ORIGIN)))
                .contains(other.id().toString(), KEY.id().toString());
    }

    @Test
    void checkpointOfAnotherLedgerIsRefused() {
        assertThat(reason(LEDGER.evidence(5L).verify(KEY, "other.example/consent")))
                .contains(SignedEntries.ORIGIN, "other.example/consent");
    }

    @Test
    void changedCheckpointIsRefused() {
        String grown = LEDGER.checkpoint().replace("\n13\n", "\n14\n");

        assertThat(reason(new Evidence(grown, List.of(five)).verify(KEY, SignedEntries.ORIGIN)))
                .contains("signature");
        assertThat(reason(new Evidence("", List.of(five)).verify(KEY, SignedEntries.ORIGIN)))
                .contains("note");
    }

    @Test
    void nothingIsProvedByNothing() {
        assertThat(reason(LEDGER.evidence().verify(KEY, SignedEntries.ORIGIN)))
                .isEqualTo("there is no entry to prove");
    }

    private static Evidence.Entry entry(
            long index, String body, byte[] nonce, List<Hash> inclusion) {
        return new Evidence.Entry(index, body, nonce, inclusion);
    }

    private static AbstractStringAssert<?> refused(Evidence.Entry entry) {
        return assertThat(
                reason(
                        new Evidence(LEDGER.checkpoint(), List.of(entry))
                                .verify(KEY, SignedEntries.ORIGIN)));
    }

    private static String reason(Checked<Checkpoint> checked) {
        assertThat(checked).isInstanceOf(Checked.Refused.class);
        return ((Checked.Refused<Checkpoint>) checked).reason();
    }
}
