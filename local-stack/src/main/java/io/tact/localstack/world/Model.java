package io.tact.localstack.world;

import org.jspecify.annotations.Nullable;

/**
 * One design, sold in several variants. Its first word is the line, which runs through kinds: Fjord
 * Tent, Fjord Backpack.
 */
public record Model(String name, @Nullable String pattern) {
    String line() {
        return name.substring(0, name.indexOf(' '));
    }
}
