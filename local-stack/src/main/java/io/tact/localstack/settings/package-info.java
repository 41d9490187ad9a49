/**
 * What one suite is made of, before anything runs: its folder, doors and ports, applications,
 * secrets, and the environment of each application. And what it tells of itself: {@code
 * suite.json}.
 */
@NullMarked
package io.tact.localstack.settings;

import org.jspecify.annotations.NullMarked;
