package io.tact.consent.notice;

import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.DataSource;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.PurposeText;
import io.tact.consent.purpose.PurposeTexts;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One version of a notice, which says the same in each language.
 *
 * @param widens purposes for which it asks for more, in its author's judgement
 */
public record NoticeVersion(
        String id, String version, Set<Purpose> widens, Map<Language, PurposeTexts> texts) {
    public NoticeVersion {
        widens = Set.copyOf(widens);
        texts = Map.copyOf(texts);
        if (texts.values().stream().allMatch(text -> text.purposes().isEmpty())) {
            throw new IllegalArgumentException("A notice asks for something");
        }
        if (texts.values().stream().map(NoticeVersion::sources).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "All languages ask for the same purposes, from the same sources");
        }
        Set<Purpose> asked = sources(texts.values().iterator().next()).keySet();
        if (asked.size() > 1 && asked.stream().anyMatch(Purpose::isSensitive)) {
            throw new IllegalArgumentException("A protected category is asked for alone");
        }
        if (!asked.containsAll(widens)) {
            throw new IllegalArgumentException("It widens only what it asks for");
        }
    }

    /** For each purpose that it asks for, where the data comes from. */
    public Map<Purpose, Set<DataSource>> sources() {
        return sources(texts.values().iterator().next());
    }

    private static Map<Purpose, Set<DataSource>> sources(PurposeTexts texts) {
        return texts.purposes().stream()
                .collect(Collectors.toMap(PurposeText::purpose, PurposeText::sources));
    }

    /**
     * For which purposes it asks for more than the version before it: a source is new, or its
     * author says so. A purpose that is new itself was granted to nobody yet.
     */
    Set<Purpose> wider(Optional<RegisteredNotice> before) {
        var wider = new HashSet<>(widens);
        Map<Purpose, Set<DataSource>> own = sources();
        before.map(RegisteredNotice::sources)
                .orElse(Map.of())
                .forEach(
                        (purpose, sources) -> {
                            if (!sources.containsAll(own.getOrDefault(purpose, Set.of()))) {
                                wider.add(purpose);
                            }
                        });
        return wider;
    }
}
