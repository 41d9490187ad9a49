/**
 * What customers and visitors answer: about themselves, which is a told value that ends; about
 * somebody else, which is kept apart and is no fact about them; or nothing, which is respected.
 */
@NullMarked
package io.tact.profile.question.answer;

import org.jspecify.annotations.NullMarked;
