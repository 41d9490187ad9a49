package io.tact.profile.protection;

import io.tact.profile.protection.TaxonomyId.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A row of one of IAB's files, which lie beside the checkout and are no part of it. */
record TaxonomyNode(TaxonomyId id, TaxonomyId parent, List<String> path) {
    static final Path FILES = Path.of("..", "..", "shared", "data", "iab");

    static List<TaxonomyNode> read() throws IOException {
        List<TaxonomyNode> nodes = new ArrayList<>();
        nodes.addAll(read(Taxonomy.CONTENT, "content-taxonomy-2.2.tsv"));
        nodes.addAll(read(Taxonomy.PRODUCT, "ad-product-taxonomy-2.0.tsv"));
        return nodes;
    }

    private static List<TaxonomyNode> read(Taxonomy taxonomy, String file) throws IOException {
        return Files.readAllLines(FILES.resolve(file)).stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells.length > 5 && !cells[2].isBlank())
                .filter(cells -> cells[0].matches("\\w+"))
                .map(cells -> node(taxonomy, cells))
                .toList();
    }

    private static TaxonomyNode node(Taxonomy taxonomy, String[] cells) {
        int tiers = Math.min(cells.length, taxonomy == Taxonomy.CONTENT ? 7 : 6);
        List<String> path =
                new ArrayList<>(
                        Arrays.stream(cells, 3, tiers)
                                .map(String::strip)
                                .filter(tier -> !tier.isEmpty())
                                .toList());
        String name = cells[2].strip();
        if (path.isEmpty() || !path.get(path.size() - 1).equals(name)) {
            path.add(name);
        }
        return new TaxonomyNode(id(taxonomy, cells[0]), id(taxonomy, cells[1]), path);
    }

    private static TaxonomyId id(Taxonomy taxonomy, String node) {
        return new TaxonomyId(taxonomy, node.strip().toLowerCase(Locale.ROOT));
    }

    String name() {
        return path.get(path.size() - 1);
    }
}
