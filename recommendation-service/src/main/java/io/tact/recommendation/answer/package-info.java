/**
 * Answers to "what shall this place of this page show?".
 *
 * <p>{@link io.tact.recommendation.answer.PageAnswer} knows the page and the model, and has no way
 * to know a person: on rung none it is the whole answer. {@link
 * io.tact.recommendation.answer.PersonalAnswer} is made only of what a {@link
 * io.tact.recommendation.answer.Shopper} allows to be used, at both ends. A list is as long as
 * there is something to say; it is filled up only when asked, and then says so.
 */
@NullMarked
package io.tact.recommendation.answer;

import org.jspecify.annotations.NullMarked;
