package io.tact.consent.purpose;

import io.tact.consent.client.Purpose;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * One purpose in words, each a plain short sentence or two.
 *
 * @param sources of the data; whatWeDo names each of them
 * @param title as on a switch
 */
public record PurposeText(
        Purpose purpose,
        Set<DataSource> sources,
        String title,
        String whatWeDo,
        String whatYouGet,
        String ifYouSayNo) {
    public PurposeText {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(purpose.name() + " names no source of its data");
        }
        sources = Collections.unmodifiableSet(EnumSet.copyOf(sources));
    }
}
