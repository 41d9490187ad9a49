package io.tact.profile.protection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words of a text, a name or a path, without case and accents. Umlauts become two letters, so
 * that "schwül" stays another word than "schwul".
 */
final class Words {
    /** They join, and say nothing: "Bone &amp; Joint" is "bone joint". */
    private static final Set<String> JOINING =
            Set.of("and", "und", "the", "of", "a", "an", "s", "or", "oder");

    private Words() {}

    /**
     * @param humps whether {@code isPregnant} is two words; written {@code iSpReGnAnT} it is one
     */
    static List<String> of(String text, boolean humps) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        for (int at = 0; at < plain.length(); at++) {
            char letter = plain.charAt(at);
            if (isInvisible(letter)) {
                continue;
            }
            if (!Character.isLetterOrDigit(letter) && !isAccent(letter)) {
                finish(word, words);
                continue;
            }
            if (at > 0 && beginsWord(plain, at, humps)) {
                finish(word, words);
            }
            append(letter, word);
        }
        finish(word, words);
        return words;
    }

    private static boolean beginsWord(String text, int at, boolean humps) {
        char before = text.charAt(at - 1);
        char letter = text.charAt(at);
        if (Character.isDigit(before) != Character.isDigit(letter)) {
            return true;
        }
        if (!humps || !Character.isUpperCase(letter)) {
            return false;
        }
        boolean endsCapitals =
                at + 1 < text.length()
                        && Character.isUpperCase(before)
                        && Character.isLowerCase(text.charAt(at + 1));
        return Character.isLowerCase(before) || endsCapitals;
    }

    private static void append(char letter, StringBuilder word) {
        char small = Character.toLowerCase(letter);
        switch (small) {
            case 'ä', 'æ' -> word.append("ae");
            case 'ö', 'œ', 'ø' -> word.append("oe");
            case 'ü' -> word.append("ue");
            case 'ß' -> word.append("ss");
            case 'ł' -> word.append('l');
            default -> {
                if (small < 128) {
                    word.append(small);
                } else {
                    String apart = Normalizer.normalize("" + small, Normalizer.Form.NFD);
                    apart.chars()
                            .filter(part -> !isAccent((char) part))
                            .forEach(part -> word.append((char) part));
                }
            }
        }
    }

    private static boolean isAccent(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    /** Soft hyphens, joiners, apostrophes: "Alzheimer's" is one word. */
    private static boolean isInvisible(char letter) {
        return Character.getType(letter) == Character.FORMAT || letter == '\'' || letter == '’';
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            String finished = word.toString();
            if (!JOINING.contains(finished)) {
                words.add(finished);
            }
            word.setLength(0);
        }
    }
}
