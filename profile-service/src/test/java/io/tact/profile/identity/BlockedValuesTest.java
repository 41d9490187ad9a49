package io.tact.profile.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "-",
                "--",
                "\"\"",
                "''",
                "{}",
                "[]",
                "?",
                "%00",
                "null",
                "NULL",
                "\"null\"",
                "<null>",
                "(null)",
                "nil",
                "None",
                "undefined",
                "NaN",
                "n/a",
                "unknown",
                "[object Object]",
                "[object Undefined]",
                "true",
                "false",
                "0",
                "00",
                "0000000000",
                "00000000-0000-0000-0000-000000000000",
                "ffffffff-ffff-ffff-ffff-ffffffffffff",
                "11111111-1111-1111-1111-111111111111",
                "xxxx",
                "anonymous",
                "Anonymous User",
                "guest",
                "GUEST_USER",
                "visitor",
                "not_authenticated",
                "distinct_id",
                "{{user_id}}",
                "${userId}",
                "<userId>",
                "%USERID%",
                "id",
                "email",
                "test",
                "not set",
                "void"
            })
    void junkIsNobody(String junk) {
        assertThat(BlockedValues.contains(junk)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "42",
                "ann",
                "anna",
                "guest-4711",
                "user_17",
                "test-customer-9",
                "7ac70000-0000-4000-8000-000000000001",
                "null-island-tours",
                "nan.cy",
                "1111",
                "李",
                "anonymous-9f3c",
                "1000000",
                "0x1f"
            })
    void somebodyIsSomebody(String value) {
        assertThat(BlockedValues.contains(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"noreply@shop.example", "no-reply@x.org", "null@null.com", "test@test.com"})
    void someAddressesAreNobodys(String address) {
        assertThat(BlockedValues.containsAddress(address)).isTrue();
        assertThat(BlockedValues.containsAddress("ann@shop.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_024, 1_025})
    void whatIsTooLongIsNoName(int length) {
        String value = "ab".repeat(length).substring(0, length);

        assertThat(BlockedValues.contains(value)).isEqualTo(length > BlockedValues.LONGEST);
    }

    @RepeatedTest(200)
    void noRandomIdentityIsBlocked() {
        long seed = new Random().nextLong();
        byte[] bytes = new byte[16];
        new Random(seed).nextBytes(bytes);

        assertThat(BlockedValues.contains(UUID.nameUUIDFromBytes(bytes).toString()))
                .as("seed %d", seed)
                .isFalse();
    }
}
