package io.tact.consent.notice.plain;

import io.tact.consent.client.Purpose;
import io.tact.consent.notice.plain.Fault.Rule;
import io.tact.consent.purpose.DataSource;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.PurposeText;
import io.tact.consent.purpose.PurposeTexts;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules for a text that asks for something.
 *
 * @param others all purposes of the installation: a text for one of them speaks of no other
 */
public record PlainWords(Collection<Purpose> others) {
    /** Of all sentences about one purpose. */
    static final int LONGEST_TEXT = 80;

    static final int LONGEST_SENTENCE = 25;

    /** Plain: read easily by people of thirteen years. */
    static final double LEAST_EASE = 60;

    /** Sources of which nobody speaks who means something else. */
    private static final Set<DataSource> UNMISTAKABLE =
            EnumSet.of(
                    DataSource.LOCATION,
                    DataSource.MICROPHONE,
                    DataSource.CAMERA,
                    DataSource.CONTACTS,
                    DataSource.THIRD_PARTY);

    public PlainWords {
        others = List.copyOf(others);
    }

    /** The first fault of each purpose. */
    public List<Fault> faults(Language language, PurposeTexts texts) {
        return texts.purposes().stream()
                .flatMap(text -> new Check(language, text).fault().stream())
                .toList();
    }

    private final class Check {
        private final Language language;
        private final PurposeText text;
        private final List<Sentence> sentences;

        Check(Language language, PurposeText text) {
            this.language = language;
            this.text = text;
            this.sentences =
                    Stream.of(text.whatWeDo(), text.whatYouGet(), text.ifYouSayNo())
                            .flatMap(part -> Sentence.in(part).stream())
                            .toList();
        }

        Optional<Fault> fault() {
            if (sentences.isEmpty()) {
                return Optional.of(
                        new Fault(
                                Rule.HARD_TO_READ,
                                language,
                                text.purpose(),
                                "",
                                "There is no sentence."));
            }
            return length().or(this::sentenceLength)
                    .or(this::ease)
                    .or(this::bundle)
                    .or(this::protectedCategory)
                    .or(this::source)
                    .or(this::undeclared);
        }

        private Optional<Fault> length() {
            int words = sentences.stream().mapToInt(Sentence::words).sum();
            return words <= LONGEST_TEXT
                    ? Optional.empty()
                    : fault(
                            Rule.TEXT_TOO_LONG,
                            sentences.get(sentences.size() - 1),
                            "The text has " + words + " words, at most " + LONGEST_TEXT + ".");
        }

        private Optional<Fault> sentenceLength() {
            return sentences.stream()
                    .filter(sentence -> sentence.words() > LONGEST_SENTENCE)
                    .findFirst()
                    .flatMap(
                            sentence ->
                                    fault(
                                            Rule.SENTENCE_TOO_LONG,
                                            sentence,
                                            "It has "
                                                    + sentence.words()
                                                    + " words, at most "
                                                    + LONGEST_SENTENCE
                                                    + "."));
        }

        private Optional<Fault> ease() {
            double ease = ReadingEase.of(language, sentences);
            if (ease >= LEAST_EASE) {
                return Optional.empty();
            }
            return sentences.stream()
                    .min(
                            Comparator.comparingDouble(
                                    sentence -> ReadingEase.of(language, List.of(sentence))))
                    .flatMap(
                            hardest ->
                                    fault(
                                            Rule.HARD_TO_READ,
                                            hardest,
                                            "The text's reading ease is %.0f, at least %.0f; this sentence is the hardest."
                                                    .formatted(ease, LEAST_EASE)));
        }

        private Optional<Fault> bundle() {
            for (Purpose other : others) {
                if (!other.equals(text.purpose())) {
                    for (Sentence sentence : sentences) {
                        Optional<String> word = Words.of(language).of(other, sentence.text());
                        if (word.isPresent()) {
                            return fault(
                                    Rule.TWO_PURPOSES,
                                    sentence,
                                    "\"" + word.get() + "\" speaks of " + other.name() + ".");
                        }
                    }
                }
            }
            return Optional.empty();
        }

        /** Of health or faith nobody is asked in passing. */
        private Optional<Fault> protectedCategory() {
            if (text.purpose().isSensitive()) {
                return Optional.empty();
            }
            return told().flatMap(
                            sentence ->
                                    Words.of(language)
                                            .ofProtectedCategory(sentence.text())
                                            .flatMap(word -> protectedCategory(sentence, word))
                                            .stream())
                    .findFirst();
        }

        private Optional<Fault> protectedCategory(Sentence sentence, String word) {
            return fault(
                    Rule.PROTECTED_CATEGORY,
                    sentence,
                    "\""
                            + word
                            + "\" speaks of a protected category: ask for it by a notice of its own.");
        }

        private Optional<Fault> source() {
            return text.sources().stream()
                    .filter(source -> !Words.of(language).name(source, text.whatWeDo()))
                    .findFirst()
                    .flatMap(
                            source ->
                                    fault(
                                            Rule.SOURCE_NOT_NAMED,
                                            sentences.get(0),
                                            "What we do does not name the source "
                                                    + source.word()
                                                    + "."));
        }

        /** What is done, and what for. What happens after a no may name what is left alone. */
        private Stream<Sentence> told() {
            return Stream.of(text.whatWeDo(), text.whatYouGet())
                    .flatMap(part -> Sentence.in(part).stream());
        }

        /** Only declared sources tell whether a later version asks for more. */
        private Optional<Fault> undeclared() {
            return UNMISTAKABLE.stream()
                    .filter(source -> !text.sources().contains(source))
                    .flatMap(source -> undeclared(source).stream())
                    .findFirst();
        }

        private Optional<Fault> undeclared(DataSource source) {
            return told().filter(sentence -> Words.of(language).name(source, sentence.text()))
                    .findFirst()
                    .flatMap(
                            sentence ->
                                    fault(
                                            Rule.SOURCE_NOT_DECLARED,
                                            sentence,
                                            "It names the source "
                                                    + source.word()
                                                    + ", which is not declared."));
        }

        private Optional<Fault> fault(Rule rule, Sentence sentence, String detail) {
            return Optional.of(new Fault(rule, language, text.purpose(), sentence.text(), detail));
        }
    }
}
