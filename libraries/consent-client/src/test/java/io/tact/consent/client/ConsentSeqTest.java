package io.tact.consent.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentSeqTest {
    private static final IdentityKey ANN =
            new IdentityKeys("0123456789abcdef0123456789abcdef").of(Identity.visitor("ann"));
    private static final IdentityKey BEN =
            new IdentityKeys("0123456789abcdef0123456789abcdef").of(Identity.customer("ben"));

    @Test
    void whatIsShownIsWhatWasGiven() {
        var given = new ConsentSeq(ANN, 12);

        assertThat(ConsentSeq.parse(List.of(given.header()))).containsExactly(given);
    }

    @Test
    void severalComeSeparatedByCommasOrInSeveralHeaders() {
        var ann = new ConsentSeq(ANN, 1);
        var ben = new ConsentSeq(BEN, 999_999_999_999_999_999L);

        assertThat(ConsentSeq.parse(List.of(ann.header() + " , " + ben.header(), ann.header())))
                .containsExactly(ann, ben, ann);
        assertThat(ConsentSeq.parse(List.of(" ,"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "=1", "short=1", "=", "…=5"})
    void whatIsNoSeqIsRefused(String header) {
        assertThatThrownBy(() -> ConsentSeq.parse(List.of(header)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "0", "1.5", "9999999999999999999", "1x"})
    void versionIsAPositiveWholeNumber(String version) {
        assertThatThrownBy(() -> ConsentSeq.parse(List.of(ANN.value() + "=" + version)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void atMostSixteenAreRead() {
        String one = new ConsentSeq(ANN, 1).header();

        assertThat(ConsentSeq.parse(Collections.nCopies(16, one))).hasSize(16);
        assertThatThrownBy(() -> ConsentSeq.parse(Collections.nCopies(17, one)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
