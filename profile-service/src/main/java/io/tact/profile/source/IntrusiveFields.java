package io.tact.profile.source;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Fields that hold more than a shop needs to sell: what a microphone heard, who else somebody
 * knows, where exactly they stand. Known by the words of their names.
 */
public final class IntrusiveFields {
    private static final Set<String> WORDS =
            Set.of(
                    "microphone",
                    "mic",
                    "contacts",
                    "addressbook",
                    "phonebook",
                    "latitude",
                    "longitude",
                    "lat",
                    "lng",
                    "lon",
                    "latlng",
                    "latlon",
                    "gps",
                    "geolocation",
                    "geohash",
                    "coordinates",
                    "coords",
                    "clipboard",
                    "sms",
                    "keystrokes",
                    "fingerprint",
                    "faceprint",
                    "voiceprint");

    /** Two words of a name that follow each other, written together. */
    private static final Set<String> PAIRS =
            Set.of(
                    "addressbook",
                    "phonebook",
                    "contactlist",
                    "audiorecording",
                    "voicerecording",
                    "voicesample",
                    "preciselocation",
                    "exactlocation",
                    "finelocation",
                    "geolocation",
                    "geohash",
                    "calllog",
                    "calllogs",
                    "textmessages",
                    "cameraroll",
                    "photolibrary",
                    "installedapps",
                    "faceid",
                    "faceprint",
                    "voiceprint",
                    "heartrate",
                    "screenrecording");

    /** Degrees to the length of a street: {@code 52.5200,13.4050}. */
    private static final Pattern POSITION =
            Pattern.compile("\\s*-?\\d{1,2}\\.\\d{3,20}\\s*[,;]\\s*-?\\d{1,3}\\.\\d{3,20}\\s*");

    private IntrusiveFields() {}

    /** By the name of a field. */
    static boolean contain(String name) {
        String before = "";
        for (int from = 0; from < name.length(); ) {
            int to = endOfWord(name, from);
            String word = name.substring(from, to).toLowerCase(Locale.ROOT);
            if (WORDS.contains(word) || PAIRS.contains(before + word)) {
                return true;
            }
            before = word;
            from = startOfWord(name, to);
        }
        return PAIRS.contains(name.toLowerCase(Locale.ROOT));
    }

    private static int startOfWord(String name, int from) {
        int at = from;
        while (at < name.length() && !Character.isLetterOrDigit(name.charAt(at))) {
            at++;
        }
        return at;
    }

    /** At what is no letter or digit, and before a capital: {@code exactLocation} is two words. */
    private static int endOfWord(String name, int from) {
        int at = from;
        while (at < name.length() && Character.isLetterOrDigit(name.charAt(at))) {
            at++;
            if (at < name.length() && isPlain(name.charAt(at - 1)) && isCapital(name.charAt(at))) {
                return at;
            }
        }
        return at;
    }

    private static boolean isPlain(char letter) {
        return 'a' <= letter && letter <= 'z' || '0' <= letter && letter <= '9';
    }

    private static boolean isCapital(char letter) {
        return 'A' <= letter && letter <= 'Z';
    }

    /** By what stands in it: a precise position is one under any name. */
    public static boolean holds(String text) {
        return text.length() < 64 && POSITION.matcher(text).matches();
    }
}
