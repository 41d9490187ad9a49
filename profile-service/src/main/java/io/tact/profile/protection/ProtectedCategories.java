package io.tact.profile.protection;

import io.tact.consent.client.Purpose;
import io.tact.profile.trait.PersonalNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether something is of a protected category: by what was declared of it, or by its words. */
public final class ProtectedCategories {
    /** Of a longer text only the beginning is read; whoever takes texts in bounds them. */
    public static final int LONGEST = 4_096;

    private static final String PURPOSE = "sensitive:";

    /** Hexadecimal digits with a number among them: of a random id, which says nothing. */
    private static final Pattern DRAWN =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?=[a-fA-F]*[0-9])[0-9a-fA-F]{4,64}(?![\\p{L}\\p{N}])");

    /** "Mental health of Muslims" is about religion: health is the widest of the twelve. */
    private static final Comparator<ProtectedCategory> NARROWEST_FIRST =
            Comparator.comparing(category -> category == ProtectedCategory.HEALTH);

    private final Map<TaxonomyId, ProtectedCategory> ids = new HashMap<>();
    private final Vocabulary<ProtectedCategory> words;
    private final Vocabulary<Boolean> harmless;
    private final Set<String> saysNothing;

    ProtectedCategories(ProtectedList list) {
        Map<String, ProtectedCategory> meanings = new LinkedHashMap<>();
        for (ProtectedList.Entry entry : list.categories()) {
            entry.words().forEach(word -> meanings.put(word, entry.category()));
            Stream.concat(
                            entry.contentTaxonomy22().stream().flatMap(node -> content(node)),
                            entry.adProductTaxonomy20().stream().flatMap(node -> product(node)))
                    .forEach(id -> ids.put(id, entry.category()));
        }
        Map<String, Boolean> exceptions = new LinkedHashMap<>();
        list.harmless().forEach(phrase -> exceptions.put(phrase, true));
        words = new Vocabulary<>(meanings);
        harmless = new Vocabulary<>(exceptions);
        saysNothing = Set.copyOf(list.saysNothing());
    }

    /** The product's own list, read once. */
    public static ProtectedCategories shipped() {
        return Shipped.LIST;
    }

    /**
     * What an item, a question or a source declares of itself: our own name ({@code sex_life},
     * {@code sensitive:sex_life}), an id as in {@link TaxonomyId}, or a name or path in words
     * ({@code Medical Health > Pregnancy}).
     */
    public Optional<ProtectedCategory> ofCategory(String declared) {
        String name = declared.strip().toLowerCase(Locale.ROOT);
        String wire = name.startsWith(PURPOSE) ? name.substring(PURPOSE.length()) : name;
        return ProtectedCategory.ofWire(wire).or(() -> ofText(declared));
    }

    /** A trait's name, a definition's name, description or literal, a value. */
    public Optional<ProtectedCategory> ofText(String text) {
        String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String said = withoutDrawn(read);
        List<String> words = Words.of(said, true);
        List<String> asWritten = Words.of(said, false);
        return Stream.of(
                        TaxonomyId.in(read).map(ids::get).filter(Objects::nonNull),
                        ofWords(words),
                        words.equals(asWritten)
                                ? Stream.<ProtectedCategory>empty()
                                : ofWords(asWritten))
                .flatMap(found -> found)
                .min(NARROWEST_FIRST);
    }

    private static String withoutDrawn(String text) {
        return text.chars().anyMatch(letter -> '0' <= letter && letter <= '9')
                ? DRAWN.matcher(text).replaceAll(" ")
                : text;
    }

    /**
     * A value and the name under which it is known. What names a person is no statement about them:
     * somebody called Christian may believe anything.
     *
     * @param value JSON
     */
    public Optional<ProtectedCategory> ofTrait(String name, String value) {
        return ofText(name)
                .or(() -> PersonalNames.contains(name) ? Optional.empty() : ofText(value));
    }

    /** The only purpose that such a value may serve; empty if any may. */
    public Optional<Purpose> purposeOfTrait(String name, String value) {
        return ofTrait(name, value).map(ProtectedCategory::purpose);
    }

    private Stream<ProtectedCategory> ofWords(List<String> said) {
        List<Vocabulary.Hit<ProtectedCategory>> hits = words.find(said);
        if (hits.isEmpty()) {
            return Stream.empty();
        }
        List<Vocabulary.Hit<Boolean>> exceptions = harmless.find(said);
        return hits.stream()
                .filter(hit -> !hit.phrase().alone() || standsAlone(hit, said))
                .filter(hit -> exceptions.stream().noneMatch(span -> holds(span, hit)))
                .map(Vocabulary.Hit::meaning);
    }

    private boolean standsAlone(Vocabulary.Hit<?> hit, List<String> said) {
        List<String> others = new ArrayList<>(said.subList(0, hit.from()));
        others.addAll(said.subList(hit.to(), said.size()));
        return saysNothing.containsAll(others);
    }

    private static boolean holds(Vocabulary.Hit<?> span, Vocabulary.Hit<?> hit) {
        return span.from() <= hit.from() && hit.to() <= span.to();
    }

    /** All nodes that are protected by their id. */
    Set<TaxonomyId> ids() {
        return Set.copyOf(ids.keySet());
    }

    private static Stream<TaxonomyId> content(String nodes) {
        return TaxonomyId.listed(TaxonomyId.Taxonomy.CONTENT, nodes);
    }

    private static Stream<TaxonomyId> product(String nodes) {
        return TaxonomyId.listed(TaxonomyId.Taxonomy.PRODUCT, nodes);
    }

    private static final class Shipped {
        static final ProtectedCategories LIST = new ProtectedCategories(ProtectedListFile.read());
    }
}
