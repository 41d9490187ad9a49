package io.tact.profile.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^\\p{L}\\p{N}]+");

    /** Degrees to the length of a street: {@code 52.5200,13.4050}. */
    private static final Pattern POSITION =
            Pattern.compile("\\s*-?\\d{1,2}\\.\\d{3,20}\\s*[,;]\\s*-?\\d{1,3}\\.\\d{3,20}\\s*");

    private IntrusiveFields() {}

    /** By the name of a field. */
    static boolean contain(String name) {
        List<String> words =
                Arrays.stream(BETWEEN_WORDS.split(name))
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
        return words.stream().anyMatch(WORDS::contains)
                || IntStream.range(1, words.size())
                        .mapToObj(i -> words.get(i - 1) + words.get(i))
                        .anyMatch(PAIRS::contains)
                || PAIRS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** By what stands in it: a precise position is one under any name. */
    public static boolean holds(String text) {
        return text.length() < 64 && POSITION.matcher(text).matches();
    }
}
