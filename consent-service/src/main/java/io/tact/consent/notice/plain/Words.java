package io.tact.consent.notice.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.DataSource;
import io.tact.consent.purpose.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * By what words a language speaks of a source and of a purpose: {@code notices/words.<language>}.
 * An entry is the beginning of a word, or of several in a row.
 */
final class Words {
    private static final Map<Language, Words> ALL =
            Arrays.stream(Language.values())
                    .collect(Collectors.toUnmodifiableMap(one -> one, Words::new));

    private final Properties entries = new Properties();

    private Words(Language language) {
        String file = "/notices/words." + language.tag() + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + file);
            }
            entries.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Words of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    boolean name(DataSource source, String text) {
        return find("source." + source.word(), text).isPresent();
    }

    /** The word by which a text speaks of a purpose. */
    Optional<String> of(Purpose purpose, String text) {
        return find("purpose." + purpose.name(), text);
    }

    /** The word by which a text speaks of what the law protects most (GDPR, Article 9). */
    Optional<String> ofProtectedCategory(String text) {
        return find("protected", text);
    }

    private Optional<String> find(String entry, String text) {
        String beginnings = entries.getProperty(entry, "");
        if (beginnings.isBlank()) {
            return Optional.empty();
        }
        String any =
                Arrays.stream(beginnings.split(","))
                        .map(String::strip)
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        var found =
                Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")\\p{L}*")
                        .matcher(text.toLowerCase(Locale.ROOT));
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
