package io.tact.profile.protection;

import io.tact.consent.client.Purpose;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is never inferred, and is used only for its own, explicitly granted purpose. */
public enum ProtectedCategory {
    HEALTH,
    PREGNANCY,
    RELIGION,
    POLITICS,
    UNION,
    SEX_LIFE,
    ETHNICITY,
    BIOMETRICS,
    MONEY_TROUBLE,
    BEREAVEMENT,
    DIVORCE,
    IMMIGRATION;

    /** As in topics, APIs and the name of the purpose: {@code sex_life}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one purpose that may use it: {@code sensitive:sex_life}. */
    public Purpose purpose() {
        return Purpose.sensitive(wire());
    }

    public static Optional<ProtectedCategory> ofWire(String wire) {
        return Arrays.stream(values()).filter(category -> category.wire().equals(wire)).findFirst();
    }
}
