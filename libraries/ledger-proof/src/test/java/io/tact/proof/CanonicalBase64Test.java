package io.tact.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalBase64Test {
    @Test
    void bytesReadBackFromTheirText() {
        for (String text : new String[] {"", "AA==", "AAA=", "AAAA", "+/+/"}) {
            assertThat(CanonicalBase64.decode(text).map(CanonicalBase64::encode))
                    .isEqualTo(Checked.valid(text));
        }
    }

    @Test
    void secondSpellingOfTheSameBytesIsRefused() {
        for (String text :
                new String[] {
                    "AA", "AA=", "AB==", "AAB=", "A", "AA==\n", "-_-_", " AAAA", "AA==AA=="
                }) {
            assertThat(CanonicalBase64.decode(text)).isInstanceOf(Checked.Refused.class);
        }
        assertThat(CanonicalBase64.decode("AB=="))
                .isEqualTo(Checked.refused("'AB==' is not canonical base64, which is 'AA=='"));
    }
}
