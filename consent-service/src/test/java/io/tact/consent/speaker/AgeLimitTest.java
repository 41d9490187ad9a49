package io.tact.consent.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeLimitTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    private final AgeLimit sixteen = new AgeLimit(16);

    @ParameterizedTest
    @CsvSource({
        "2010-03-01, false",
        "2010-03-02, true",
        "2020-05-05, true",
        "1960-01-01, false",
        "2010, true",
        "2009, false",
        "2030-01-01, true"
    })
    void birthdayItselfIsOldEnough(String birthdate, boolean tooYoung) {
        assertThat(sixteen.isTooYoung(birthdate, TODAY)).isEqualTo(tooYoung);
    }

    @Test
    void leapDayIsKeptOnTheLastOfFebruary() {
        assertThat(sixteen.isTooYoung("2012-02-29", LocalDate.parse("2028-02-28"))).isTrue();
        assertThat(sixteen.isTooYoung("2012-02-29", LocalDate.parse("2028-02-29"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0000-05-05",
                "0000",
                "1.5.1980",
                "1980-13-01",
                "1980-02-30",
                "{}",
                "-1980"
            })
    void whatIsNoBirthdateProvesNoAge(String birthdate) {
        assertThat(sixteen.isTooYoung(birthdate, TODAY)).isTrue();
    }

    @Test
    void limitOfZeroIsNone() {
        assertThat(new AgeLimit(0).isTooYoung("2026-01-01", TODAY)).isFalse();
        assertThat(new AgeLimit(0).isTooYoung("never", TODAY)).isFalse();
    }
}
