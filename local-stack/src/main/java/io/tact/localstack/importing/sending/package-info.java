/**
 * Hands things to the running services over HTTP, patiently: what a service cannot take now is
 * offered again until it is taken, and every message keeps its id, so that nothing is lost and
 * nothing counts twice.
 */
@NullMarked
package io.tact.localstack.importing.sending;

import org.jspecify.annotations.NullMarked;
