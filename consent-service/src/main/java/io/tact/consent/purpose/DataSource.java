package io.tact.consent.purpose;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the data comes from that a purpose uses. */
public enum DataSource {
    /** What the person types or chooses here. */
    ENTERED,
    /** What the person looks at here. */
    BROWSING,
    PURCHASES,
    ACCOUNT,
    DEVICE,
    LOCATION,
    MICROPHONE,
    CAMERA,
    CONTACTS,
    /** Whoever else, partners and data brokers among them. */
    THIRD_PARTY;

    /** As in APIs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DataSource> of(@Nullable String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findAny();
    }
}
