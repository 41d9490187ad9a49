package io.tact.profile.protection;

import java.util.List;

/**
 * What the product ships as protected. Ids are references to IAB's nodes, and only that.
 *
 * @param saysNothing words beside which a word is still alone
 * @param harmless names that hold a protected word and mean something else
 */
record ProtectedList(List<Entry> categories, List<String> saysNothing, List<String> harmless) {
    record Entry(
            ProtectedCategory category,
            List<String> contentTaxonomy22,
            List<String> adProductTaxonomy20,
            List<String> words) {}
}
