package io.tact.consent.c15t.asking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.consent.banner.BannerPurposes;
import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.PurposeText;
import io.tact.consent.purpose.PurposeTexts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What c15t shows: the purposes in our sentences, and buttons that weigh the same.
 *
 * @param common on the buttons
 */
@Schema(name = "BannerWords")
record BannerWords(
        Map<String, String> common,
        Words cookieBanner,
        Words consentManagerDialog,
        Map<String, Words> consentTypes) {

    @Schema(name = "BannerTitleAndDescription")
    record Words(String title, String description) {}

    /** From {@code c15t/<language>.properties} and the texts of the purposes. */
    static BannerWords in(Language language) {
        Properties words = load("/c15t/" + language.tag() + ".properties");
        var common = new LinkedHashMap<String, String>();
        for (String button : new String[] {"acceptAll", "rejectAll", "customize", "save"}) {
            common.put(button, word(words, button));
        }
        var types = new LinkedHashMap<String, Words>();
        for (PurposeText text : PurposeTexts.in(language).purposes()) {
            if (text.purpose().equals(Purpose.NECESSARY)
                    || BannerPurposes.OPTIONAL.contains(text.purpose())) {
                types.put(text.purpose().name(), new Words(text.title(), sentences(text)));
            }
        }
        return new BannerWords(
                common,
                new Words(word(words, "banner.title"), word(words, "banner.description")),
                new Words(word(words, "dialog.title"), word(words, "dialog.description")),
                types);
    }

    private static String sentences(PurposeText text) {
        return String.join(" ", text.whatWeDo(), text.whatYouGet(), text.ifYouSayNo());
    }

    private static String word(Properties words, String key) {
        return Objects.requireNonNull(words.getProperty(key), "No words for " + key).strip();
    }

    private static Properties load(String file) {
        var words = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                BannerWords.class.getResourceAsStream(file), "There is no " + file),
                        UTF_8)) {
            words.load(reader);
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
