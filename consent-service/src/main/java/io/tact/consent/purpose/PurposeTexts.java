package io.tact.consent.purpose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.consent.client.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is asked, in one language.
 *
 * @param purposes in the order in which they are shown, {@code necessary} first
 */
public record PurposeTexts(Notice notice, List<PurposeText> purposes) {
    public PurposeTexts {
        purposes = List.copyOf(purposes);
    }

    /**
     * From {@code purposes/<language>.properties}.
     *
     * @throws IllegalStateException if a sentence is missing
     */
    public static PurposeTexts in(Language language) {
        var sentences = new Properties();
        String file = "/purposes/" + language.tag() + ".properties";
        try (InputStream in = PurposeTexts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + file);
            }
            sentences.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts =
                Arrays.stream(sentence(sentences, "purposes").split(","))
                        .map(name -> text(sentences, name.strip()))
                        .toList();
        return new PurposeTexts(
                new Notice(
                        sentence(sentences, "notice.id"),
                        sentence(sentences, "notice.version"),
                        language.tag()),
                texts);
    }

    public List<Purpose> names() {
        return purposes.stream().map(PurposeText::purpose).toList();
    }

    private static PurposeText text(Properties sentences, String name) {
        return new PurposeText(
                new Purpose(name),
                sources(sentence(sentences, name + ".sources")),
                sentence(sentences, name + ".title"),
                sentence(sentences, name + ".what-we-do"),
                sentence(sentences, name + ".what-you-get"),
                sentence(sentences, name + ".if-you-say-no"));
    }

    private static Set<DataSource> sources(String words) {
        return Arrays.stream(words.split(","))
                .map(word -> DataSource.of(word.strip()).orElseThrow())
                .collect(Collectors.toSet());
    }

    private static String sentence(Properties sentences, String key) {
        String sentence = sentences.getProperty(key);
        if (sentence == null || sentence.isBlank()) {
            throw new IllegalStateException("No words for " + key);
        }
        return sentence.strip();
    }
}
