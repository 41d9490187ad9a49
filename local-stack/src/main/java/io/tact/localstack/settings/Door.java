package io.tact.localstack.settings;

/** Everything that listens, and its distance from the port base. */
public enum Door {
    STOREFRONT("storefront", 0),
    CONSENT("consent-service", 1),
    PROFILE("profile-service", 2),
    RECOMMENDATION("recommendation-service", 3),
    FREQUENCY("frequency-service", 4),
    KEYCLOAK("Keycloak", 5),
    STOREFRONT_MANAGEMENT("storefront (management)", 10),
    CONSENT_MANAGEMENT("consent-service (management)", 11),
    PROFILE_MANAGEMENT("profile-service (management)", 12),
    RECOMMENDATION_MANAGEMENT("recommendation-service (management)", 13),
    FREQUENCY_MANAGEMENT("frequency-service (management)", 14),
    POSTGRES("PostgreSQL", 20),
    KAFKA("Kafka", 21),
    KAFKA_CONTROLLER("Kafka (controller)", 22);

    private final String owner;
    private final int offset;

    Door(String owner, int offset) {
        this.owner = owner;
        this.offset = offset;
    }

    public String owner() {
        return owner;
    }

    public boolean isInfrastructure() {
        return this == KEYCLOAK || this == POSTGRES || this == KAFKA || this == KAFKA_CONTROLLER;
    }

    public int offset() {
        return offset;
    }
}
