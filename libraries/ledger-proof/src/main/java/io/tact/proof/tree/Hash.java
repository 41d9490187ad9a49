package io.tact.proof.tree;

import io.tact.proof.CanonicalBase64;
import io.tact.proof.Checked;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The SHA-256 hash of a leaf or of a subtree. Leaves and nodes are hashed with different first
 * bytes, so that neither can be passed off as the other (RFC 9162, 2.1.1).
 */
public final class Hash {
    public static final int BYTES = 32;

    /** Of a tree without leaves: SHA-256 of nothing. */
    public static final Hash OF_EMPTY_TREE = new Hash(sha256().digest());

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Hash ofLeaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(entry));
    }

    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** Of the tree or subtree that consists of these complete ones, the largest of them first. */
    static Hash ofRow(List<Hash> complete) {
        Hash hash = complete.get(complete.size() - 1);
        for (int i = complete.size() - 2; i >= 0; i--) {
            hash = ofNode(complete.get(i), hash);
        }
        return hash;
    }

    public static Checked<Hash> parse(byte[] bytes) {
        return bytes.length == BYTES
                ? Checked.valid(new Hash(bytes.clone()))
                : Checked.refused("a hash has " + BYTES + " bytes, not " + bytes.length);
    }

    /** As it stands in checkpoints. */
    public static Checked<Hash> parse(String base64) {
        return CanonicalBase64.decode(base64).then(Hash::parse);
    }

    /** Hashes that follow each other without anything between, as they stand in tiles. */
    public static Checked<List<Hash>> parseRow(byte[] bytes) {
        if (bytes.length % BYTES != 0) {
            return Checked.refused(
                    "hashes have " + BYTES + " bytes each, which does not divide " + bytes.length);
        }
        var hashes = new ArrayList<Hash>(bytes.length / BYTES);
        for (int start = 0; start < bytes.length; start += BYTES) {
            hashes.add(new Hash(Arrays.copyOfRange(bytes, start, start + BYTES)));
        }
        return Checked.valid(List.copyOf(hashes));
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In base64, as it stands in checkpoints. */
    @Override
    public String toString() {
        return CanonicalBase64.encode(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
