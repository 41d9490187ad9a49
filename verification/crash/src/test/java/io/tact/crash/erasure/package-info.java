/**
 * What is left of a person after an erasure: nothing that names them, in no dump, no data file, no
 * log of Kafka or of a process; and every proof from before holds.
 */
@NullMarked
package io.tact.crash.erasure;

import org.jspecify.annotations.NullMarked;
