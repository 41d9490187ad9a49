package io.tact.recommendation.catalogue;

/**
 * @param version counts up with every change of the item
 */
public record CatalogueEntry(Item item, long version) {}
