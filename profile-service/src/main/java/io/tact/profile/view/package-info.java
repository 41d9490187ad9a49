/** What may be used of a person for one purpose, for those who use it. */
@NullMarked
package io.tact.profile.view;

import org.jspecify.annotations.NullMarked;
