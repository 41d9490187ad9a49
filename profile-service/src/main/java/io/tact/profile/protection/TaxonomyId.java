package io.tact.profile.protection;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A node of one of IAB's taxonomies. Canonically {@code iab-content-2.2:305} (Content Taxonomy 2.2)
 * and {@code iab-product-2.0:1391} (Ad Product Taxonomy 2.0). What others write is read as well:
 * {@code IAB2.2:305}, {@code IAB-AP2.0:1391}, {@code iab_305}. Where the taxonomy is not said, both
 * are meant, since a number that is protected in one of them had better be. A number without {@code
 * iab} is not an id.
 */
record TaxonomyId(Taxonomy taxonomy, String node) {
    enum Taxonomy {
        CONTENT,
        PRODUCT
    }

    /** Every part is bounded, so that reading a text takes time in proportion to its length. */
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?<![a-z0-9])iab[-_ .:/]?"
                            + "(?:(content|ct)|(ad[-_ ]?product|product|apt?))?[-_ .:/]?"
                            + "(?:taxonomy|tax)?[-_ .:/]?"
                            + "v?(2[._]?[0-2])?(?:[-_ .:/#=]{1,3})(?:id[-_ :]?)?"
                            + "([a-z0-9]{1,8})(?![a-z0-9])");

    /** All ids in a text, in the order in which they are written. */
    static Stream<TaxonomyId> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.contains("iab")) {
            return Stream.empty();
        }
        return WRITTEN.matcher(lower).results().flatMap(TaxonomyId::meant);
    }

    private static Stream<TaxonomyId> meant(MatchResult written) {
        String node = written.group(4);
        if (written.group(2) != null) {
            return Stream.of(new TaxonomyId(Taxonomy.PRODUCT, node));
        }
        String version = written.group(3);
        if (written.group(1) != null || (version != null && !version.endsWith("0"))) {
            return Stream.of(new TaxonomyId(Taxonomy.CONTENT, node));
        }
        return Stream.of(
                new TaxonomyId(Taxonomy.CONTENT, node), new TaxonomyId(Taxonomy.PRODUCT, node));
    }

    /**
     * The nodes of a list such as {@code 286-302}, {@code 65}: ranges of numbers, or single ids.
     */
    static Stream<TaxonomyId> listed(Taxonomy taxonomy, String nodes) {
        Matcher range = Pattern.compile("(\\d{1,6})-(\\d{1,6})").matcher(nodes);
        if (!range.matches()) {
            return Stream.of(new TaxonomyId(taxonomy, nodes.toLowerCase(Locale.ROOT)));
        }
        return IntStream.rangeClosed(
                        Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
                .mapToObj(node -> new TaxonomyId(taxonomy, Integer.toString(node)));
    }
}
