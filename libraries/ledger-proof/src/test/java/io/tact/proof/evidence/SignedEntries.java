package io.tact.proof.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.entry.Commitment;
import io.tact.proof.entry.Said;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.SigningKey;
import io.tact.proof.tile.Tile;
import io.tact.proof.tile.TileEdge;
import io.tact.proof.tile.TilePath;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.InclusionProof;
import io.tact.proof.tree.TreeHead;
import io.tact.proof.tree.TreeInMemory;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** A small ledger of one person's statements, each of which can be opened. */
public final class SignedEntries {
    public static final String ORIGIN = "shop.example/consent";

    private final SigningKey key = SigningKey.generate(ORIGIN, new SecureRandom());
    private final TreeInMemory tree;
    private final long size;

    public SignedEntries(long size) {
        this.size = size;
        this.tree = new TreeInMemory(LongStream.range(0, size).mapToObj(this::leaf).toList());
    }

    public SigningKey key() {
        return key;
    }

    private TreeHead head() {
        return tree.head(size);
    }

    public String checkpoint() {
        return Checkpoint.of(ORIGIN, head()).sign(key).toString();
    }

    public static String body(long index) {
        return """
        {"identityKey":"%s","version":%d,"recordedAt":"2026-03-01T10:00:00Z","givenAt":"2026-03-01T09:59:58Z",\
        "said":{"marketing":true,"experience":false},"privacySignal":false,\
        "notice":{"id":"banner","version":"7","language":"de"},\
        "after":{"marketing":{"answer":"granted","at":"2026-03-01T09:59:58Z"}}}"""
                .formatted("k".repeat(43), index + 1);
    }

    public static byte[] nonce(long index) {
        byte[] nonce = new byte[Commitment.NONCE_BYTES];
        Arrays.fill(nonce, (byte) index);
        return nonce;
    }

    private Hash leaf(long index) {
        return new Said(Commitment.to(body(index).getBytes(UTF_8), nonce(index))).hash();
    }

    public Evidence.Entry entry(long index) {
        return new Evidence.Entry(
                index, body(index), nonce(index), InclusionProof.of(index, size, tree).path());
    }

    public Evidence evidence(Long... indexes) {
        return new Evidence(checkpoint(), List.of(indexes).stream().map(this::entry).toList());
    }

    public Map<String, byte[]> files() {
        var files = new HashMap<String, byte[]>();
        files.put("checkpoint", checkpoint().getBytes(UTF_8));
        for (Tile tile : TileEdge.EMPTY.append(tree.leaves()).changed()) {
            TilePath path = tile.path();
            files.put(path.toString(), tile.toBytes());
        }
        return files;
    }
}
