package io.tact.localstack.settings;

import java.util.Locale;

/**
 * What is drawn at random. Each is 48 hexadecimal digits, a write key {@code c} and 24 of them:
 * that is what the pickiest of the clients takes for a key.
 */
public enum Secret {
    INSTALLATION,
    STOREFRONT_CLIENT,
    IMPORTER_CLIENT,
    STOREFRONT_COOKIE,
    WRITE_KEY_BROWSER,
    WRITE_KEY_SERVER,
    WRITE_KEY_HISTORY,
    POSTGRES_SUPERUSER,
    CONSENT_DATABASE,
    PROFILE_DATABASE,
    RECOMMENDATION_DATABASE,
    FREQUENCY_DATABASE,
    KEYCLOAK_ADMINISTRATOR;

    public static Secret ofDatabase(Application service) {
        return valueOf(service.name() + "_DATABASE");
    }

    boolean isWriteKey() {
        return name().startsWith("WRITE_KEY_");
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
