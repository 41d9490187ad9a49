package io.tact.consent.notice;

import io.tact.consent.client.Purpose;
import io.tact.consent.client.web.Problems;
import io.tact.consent.purpose.DataSource;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.Notice;
import io.tact.consent.purpose.PurposeProblems;
import io.tact.consent.purpose.PurposeText;
import io.tact.consent.purpose.PurposeTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a notice as it is sent. */
@Schema(
        name = "NoticeVersion",
        requiredProperties = {"id", "version", "sources", "texts"})
record NoticeVersionBody(
        @Nullable String id,
        @Nullable String version,
        @Schema(
                        description =
                                "By purpose, where its data comes from. A protected category, sensitive:<category>, is asked for alone. Sources: entered, browsing, purchases, account, device, location, microphone, camera, contacts, third_party.")
                @Nullable Map<String, @Nullable List<@Nullable String>> sources,
        @Schema(
                        description =
                                "Purposes for which this version asks for more than the one before; a new source is noticed anyway.")
                @Nullable List<@Nullable String> widens,
        @Schema(description = "By language (en, de), the text for each purpose.")
                @Nullable Map<String, @Nullable Map<String, @Nullable Text>> texts) {
    private static final Text NOTHING = new Text(null, null, null, null);

    @Schema(name = "NoticeWording")
    record Text(
            @Nullable String title,
            @Schema(description = "Names each source.") @Nullable String whatWeDo,
            @Nullable String whatYouGet,
            @Nullable String ifYouSayNo) {}

    /**
     * @param asked the purposes that there are
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 or 422 if it is none
     */
    NoticeVersion notice(Set<Purpose> asked) {
        if (id == null || version == null || sources == null || texts == null) {
            throw Problems.bodyMalformed("A notice has id, version, sources and texts.");
        }
        Map<Purpose, Set<DataSource>> from = new HashMap<>();
        sources.forEach((name, words) -> from.put(purpose(name, asked), known(words)));
        try {
            Map<Language, PurposeTexts> written = new HashMap<>();
            for (var text : texts.entrySet()) {
                Language language = language(text.getKey());
                written.put(
                        language,
                        new PurposeTexts(
                                new Notice(id, version, language.tag()),
                                inOrder(
                                        Objects.requireNonNullElse(text.getValue(), Map.of()),
                                        from)));
            }
            return new NoticeVersion(
                    id,
                    version,
                    Objects.requireNonNullElse(widens, List.<@Nullable String>of()).stream()
                            .map(name -> purpose(name, asked))
                            .collect(Collectors.toSet()),
                    written);
        } catch (IllegalArgumentException notANotice) {
            throw Problems.bodyMalformed(notANotice.getMessage() + ".");
        }
    }

    /** A protected category becomes one that is asked for by the notice that asks. */
    private static Purpose purpose(@Nullable String name, Set<Purpose> asked) {
        return name != null && Purpose.namesSensitive(name)
                ? new Purpose(name)
                : PurposeProblems.known(name, asked);
    }

    private static List<PurposeText> inOrder(
            Map<String, @Nullable Text> texts, Map<Purpose, Set<DataSource>> from) {
        if (!from.keySet()
                .equals(texts.keySet().stream().map(Purpose::new).collect(Collectors.toSet()))) {
            throw new IllegalArgumentException(
                    "Each language has a text for each purpose of sources, and for no other");
        }
        return texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        text -> {
                            var purpose = new Purpose(text.getKey());
                            return text(
                                    purpose,
                                    from.getOrDefault(purpose, Set.of()),
                                    Objects.requireNonNullElse(text.getValue(), NOTHING));
                        })
                .toList();
    }

    private static PurposeText text(Purpose purpose, Set<DataSource> sources, Text text) {
        return new PurposeText(
                purpose,
                sources,
                said(text.title),
                said(text.whatWeDo),
                said(text.whatYouGet),
                said(text.ifYouSayNo));
    }

    private static String said(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    "Each text has title, whatWeDo, whatYouGet and ifYouSayNo");
        }
        return text.strip();
    }

    private static Language language(String tag) {
        return Language.of(tag)
                .orElseThrow(
                        () ->
                                Problems.of(
                                        422,
                                        "language-unknown",
                                        "Plain words cannot be checked in this language",
                                        "Write it in en or de."));
    }

    private static Set<DataSource> known(@Nullable List<@Nullable String> words) {
        return Objects.requireNonNullElse(words, List.<@Nullable String>of()).stream()
                .map(
                        word ->
                                DataSource.of(word)
                                        .orElseThrow(
                                                () ->
                                                        Problems.bodyMalformed(
                                                                "One of the sources is none: the documentation lists them.")))
                .collect(Collectors.toSet());
    }
}
