/** What all doors have in common: problems, tokens that prove nothing, a database that is away. */
@NullMarked
package io.tact.recommendation.web;

import org.jspecify.annotations.NullMarked;
