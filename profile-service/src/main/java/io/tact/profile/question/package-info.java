/**
 * Questions as data: what a shop asks its customers, why, what they get for answering, for which
 * one purpose, and for how long the answer counts. What is answered is in {@code answer}.
 */
@NullMarked
package io.tact.profile.question;

import org.jspecify.annotations.NullMarked;
