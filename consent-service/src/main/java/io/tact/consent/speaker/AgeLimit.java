package io.tact.consent.speaker;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.regex.Pattern;

/**
 * From which age on somebody can allow anything (GDPR, Article 8).
 *
 * @param years 0: at any age
 */
public record AgeLimit(int years) {
    private static final Pattern YEAR = Pattern.compile("[1-9]\\d{3}");
    private static final MonthDay LAST_DAY = MonthDay.of(12, 31);

    /**
     * @param birthdate as OpenID Connect has it: a date, or a year, of which the last day is meant.
     *     What is neither, the year 0000 among it, proves no age
     */
    boolean isTooYoung(String birthdate, LocalDate today) {
        if (years == 0) {
            return false;
        }
        try {
            LocalDate born =
                    YEAR.matcher(birthdate).matches()
                            ? Year.parse(birthdate).atMonthDay(LAST_DAY)
                            : LocalDate.parse(birthdate);
            return born.getYear() == 0 || today.isBefore(born.plusYears(years));
        } catch (DateTimeException notADate) {
            return true;
        }
    }
}
