package io.tact.profile.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tact.profile.protection.TaxonomyId.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * All nodes of IAB's two taxonomies, said in many ways. {@code -Dtact.seed} says the same again,
 * {@code -Dtact.sayings} more of each node.
 */
@SuppressWarnings("NullAway.Init")
class TaxonomyTest {
    private static final int SAYINGS = Integer.getInteger("tact.sayings", 6);
    private static final double HARMLESS_REFUSED_AT_MOST = 0.02;

    private final ProtectedCategories categories = ProtectedCategories.shipped();
    private List<TaxonomyNode> nodes;
    private Map<TaxonomyId, Label> labels;

    @BeforeEach
    void read() throws IOException {
        assumeTrue(
                Files.isDirectory(TaxonomyNode.FILES),
                "IAB's taxonomies are not beside the checkout: " + TaxonomyNode.FILES);
        nodes = TaxonomyNode.read();
        labels = Label.of(nodes);
    }

    @Test
    void everyIdOfTheListExistsAndCoversWhatIsBelowIt() {
        Set<TaxonomyId> listed = categories.ids();

        assertThat(nodes).extracting(TaxonomyNode::id).containsAll(listed);
        assertThat(nodes)
                .filteredOn(node -> listed.contains(node.parent()))
                .filteredOn(node -> label(node) != Label.DEBATED)
                .filteredOn(node -> label(node.parent()) != Label.DEBATED)
                .allSatisfy(node -> assertThat(listed).contains(node.id()));
    }

    @Test
    void anIdIsRefusedExactlyWhereItsNodeIsSensitive() {
        for (TaxonomyNode node : nodes) {
            if (label(node) != Label.DEBATED) {
                assertThat(idForms(node.id()))
                        .allSatisfy(
                                id ->
                                        assertThat(categories.ofCategory(id).isPresent())
                                                .as(id + " " + node.path())
                                                .isEqualTo(label(node) == Label.SENSITIVE));
            }
        }
    }

    @Test
    void allSensitiveNamesAreRefusedAndHardlyAnyHarmless() {
        long seed = Long.getLong("tact.seed", new Random().nextLong());
        System.out.println("TaxonomyTest: -Dtact.seed=" + seed);
        Random random = new Random(seed);

        Map<Label, Integer> said = new EnumMap<>(Label.class);
        Map<Label, List<String>> refused = new EnumMap<>(Label.class);
        List<String> missed = new ArrayList<>();
        Set<String> wronglyRefused = new TreeSet<>();
        for (TaxonomyNode node : unambiguous()) {
            Label label = label(node);
            for (String saying : sayings(node, random)) {
                said.merge(label, 1, Integer::sum);
                if (categories.ofText(saying).isPresent()) {
                    refused.computeIfAbsent(label, first -> new ArrayList<>()).add(saying);
                    if (label == Label.HARMLESS) {
                        wronglyRefused.add(String.join(" > ", node.path()));
                    }
                } else if (label == Label.SENSITIVE) {
                    missed.add(saying);
                }
            }
        }
        said.forEach(
                (label, count) -> report(label, refused.getOrDefault(label, List.of()), count));
        wronglyRefused.forEach(path -> System.out.println("TaxonomyTest: refused " + path));

        assertThat(missed).isEmpty();
        assertThat(refused.getOrDefault(Label.HARMLESS, List.of()))
                .hasSizeLessThanOrEqualTo(
                        (int) (HARMLESS_REFUSED_AT_MOST * said.getOrDefault(Label.HARMLESS, 0)));
    }

    private static void report(Label label, List<String> refused, int said) {
        System.out.printf("TaxonomyTest: %s, refused %d of %d%n", label, refused.size(), said);
    }

    /** Some names stand in both taxonomies and mean something else in each. */
    private List<TaxonomyNode> unambiguous() {
        Map<String, Set<Label>> ofName =
                nodes.stream()
                        .collect(
                                Collectors.groupingBy(
                                        TaxonomyNode::name,
                                        Collectors.mapping(this::label, Collectors.toSet())));
        return nodes.stream()
                .filter(node -> ofName.getOrDefault(node.name(), Set.of()).size() == 1)
                .toList();
    }

    private List<String> sayings(TaxonomyNode node, Random random) {
        List<String> sayings = new ArrayList<>(List.of(node.name()));
        for (int at = 0; at < SAYINGS; at++) {
            sayings.add(Templates.ofName(node.name(), random));
            sayings.add(Templates.ofPath(node.path(), random));
        }
        return sayings;
    }

    private static List<String> idForms(TaxonomyId id) {
        return id.taxonomy() == Taxonomy.CONTENT
                ? List.of("iab-content-2.2:" + id.node(), "IAB2.2:" + id.node())
                : List.of("iab-product-2.0:" + id.node(), "IAB-AP2.0:" + id.node());
    }

    private Label label(TaxonomyNode node) {
        return label(node.id());
    }

    private Label label(TaxonomyId id) {
        return labels.getOrDefault(id, Label.HARMLESS);
    }
}
