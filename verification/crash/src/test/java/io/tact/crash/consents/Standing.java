package io.tact.crash.consents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an identity's answers amount to at a version: by purpose, granted, refused or withdrawn. */
record Standing(Version version, Map<String, String> answers) {
    Standing {
        answers = Map.copyOf(answers);
    }

    static Standing of(Version version, JsonNode answers) {
        var words = new TreeMap<String, String>();
        answers.properties()
                .forEach(
                        entry ->
                                words.put(
                                        entry.getKey(), entry.getValue().path("answer").asText()));
        return new Standing(version, words);
    }

    /** The reference model: said one after the other, in the order of the versions. */
    static Standing after(String identity, SortedMap<Long, Statement> said) {
        var words = new TreeMap<String, String>();
        for (Statement statement : said.values()) {
            statement
                    .answers()
                    .forEach((purpose, yes) -> words.merge(purpose, first(yes), Standing::then));
        }
        return new Standing(new Version(identity, said.lastKey()), words);
    }

    private static String first(boolean yes) {
        return yes ? "granted" : "refused";
    }

    private static String then(String before, String now) {
        return now.equals("refused") && !before.equals("refused") ? "withdrawn" : now;
    }
}
