package io.tact.consent.banner;

import io.tact.consent.answer.Answers;
import io.tact.consent.client.Purpose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The purposes that banners know, under the same names as we do: c15t's five categories. */
public final class BannerPurposes {
    public static final List<Purpose> OPTIONAL =
            List.of(
                    Purpose.FUNCTIONALITY,
                    Purpose.MEASUREMENT,
                    Purpose.EXPERIENCE,
                    Purpose.MARKETING);

    private BannerPurposes() {}

    /** What holds, as switches: a purpose without an answer is off. */
    public static Map<String, Boolean> switches(Answers answers, boolean privacySignal) {
        var switches = new LinkedHashMap<String, Boolean>();
        switches.put(Purpose.NECESSARY.name(), true);
        for (Purpose purpose : OPTIONAL) {
            switches.put(purpose.name(), isOn(answers, purpose, privacySignal));
        }
        return switches;
    }

    /** The names of what is on beside {@code necessary}, separated by commas. */
    public static String granted(Answers answers, boolean privacySignal) {
        return OPTIONAL.stream()
                .filter(purpose -> isOn(answers, purpose, privacySignal))
                .map(Purpose::name)
                .collect(Collectors.joining(","));
    }

    public static boolean anyGranted(Answers answers, boolean privacySignal) {
        return OPTIONAL.stream().anyMatch(purpose -> isOn(answers, purpose, privacySignal));
    }

    private static boolean isOn(Answers answers, Purpose purpose, boolean privacySignal) {
        return answers.grant(purpose) && !(privacySignal && purpose.equals(Purpose.MARKETING));
    }
}
