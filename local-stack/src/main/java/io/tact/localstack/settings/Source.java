package io.tact.localstack.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** The senders of events that profile-service knows. */
public enum Source {
    STOREFRONT_BROWSER("storefront-browser", Secret.WRITE_KEY_BROWSER, "browser", "consent"),
    STOREFRONT_SERVER("storefront-server", Secret.WRITE_KEY_SERVER, "server", "contract"),
    HISTORY_IMPORT("history-import", Secret.WRITE_KEY_HISTORY, "server", "consent");

    private final String label;
    private final Secret key;
    private final String kind;
    private final String ground;

    Source(String label, Secret key, String kind, String ground) {
        this.label = label;
        this.key = key;
        this.kind = kind;
        this.ground = ground;
    }

    public String label() {
        return label;
    }

    /** As profile-service reads it, and as suite.json shows it. */
    public Map<String, Object> registration(Secrets secrets) {
        Map<String, Object> registration = new LinkedHashMap<>();
        registration.put("writeKey", secrets.value(key));
        registration.put("source", label);
        registration.put("kind", kind);
        registration.put("ground", ground);
        return registration;
    }
}
