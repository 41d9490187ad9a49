package io.tact.localstack.importing.history;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * What a line must fulfil to be imported.
 *
 * @param isProduct whether a stock code stands for a product
 * @param latest the last time that can be true
 */
public record LineRules(Predicate<String> isProduct, Instant latest) {}
