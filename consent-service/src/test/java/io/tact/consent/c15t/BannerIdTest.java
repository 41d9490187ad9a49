package io.tact.consent.c15t;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.visitor.BannerId;
import io.tact.localstack.test.TestTokens;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BannerIdTest {
    /** By generateSubjectId of c15t 2.2.1 itself, in Node. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sub_111D8ayWCLR9CJYoX8xFs24d88",
                "sub_111D8ayWEUzGxQJR5vzyxSeiQ6",
                "sub_111D8ayWEVEUuJkXQBV2vezbph"
            })
    void whatC15tMakesIsBelieved(String made) {
        assertThat(BannerId.parse(made)).isPresent();
    }

    @Test
    void whatIsMadeLikeItIsBelieved() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            var at = Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
            String made = BannerIds.drawn(at, random);

            assertThat(BannerId.parse(made)).as("%s, seed %d", made, seed).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sub_",
                "sub_2jv6z8n4q9",
                "sub_1",
                "sub_11111111111111111111",
                "sub_111111111111111111111111111",
                "cns_1118sUmgH7gmyyUcFwCV1V1nsP1a",
                "sub_1118sUmgH7gmyyUcFwCV1V1nsP1a ",
                "sub_0118sUmgH7gmyyUcFwCV1V1nsP1a",
                "sub_O118sUmgH7gmyyUcFwCV1V1nsP1a",
                "sub_../../../v1/me/consents111",
                "SUB_1118sUmgH7gmyyUcFwCV1V1nsP1a",
                "sub_zzzzzzzzzzzzzzzzzzzzzzzzzzzz",
            })
    void whatC15tDoesNotMakeIsRefused(String forged) {
        assertThat(BannerId.parse(forged)).isEmpty();
    }

    @Test
    void whatNobodyDrewAtRandomIsRefused() {
        Instant now = Instant.now();

        assertThat(BannerId.parse(BannerIds.of(now, new byte[12]))).isEmpty();
        assertThat(BannerId.parse(BannerIds.of(now, "aaaaaaaaaaaa".getBytes()))).isEmpty();
        assertThat(BannerId.parse(BannerIds.of(now, "abcdeabcdeab".getBytes()))).isEmpty();
        assertThat(BannerId.parse(BannerIds.of(now, "abcdefabcdef".getBytes()))).isPresent();
    }

    @Test
    void oneByteTooManyOrTooFewIsRefused() {
        Instant now = Instant.now();

        assertThat(BannerId.parse(BannerIds.of(now, "abcdefghijk".getBytes()))).isEmpty();
        assertThat(BannerId.parse(BannerIds.of(now, "abcdefghijkl".getBytes()))).isPresent();
        assertThat(BannerId.parse(BannerIds.of(now, "abcdefghijklm".getBytes()))).isEmpty();
    }

    @Test
    void itsVisitorIsItsHashAndItPrintsNothing() {
        String made = BannerIds.drawn();
        BannerId id = BannerId.parse(made).orElseThrow();

        assertThat(id.visitor().value()).isEqualTo(TestTokens.anonymousId(made));
        assertThat(id).hasToString("BannerId[…]");
    }
}
