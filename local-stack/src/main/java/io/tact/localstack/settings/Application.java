package io.tact.localstack.settings;

import java.util.Arrays;
import java.util.List;

/** The applications of ours, in the order in which the page needs them. */
public enum Application {
    CONSENT("consent-service", Door.CONSENT, Door.CONSENT_MANAGEMENT),
    PROFILE("profile-service", Door.PROFILE, Door.PROFILE_MANAGEMENT),
    RECOMMENDATION("recommendation-service", Door.RECOMMENDATION, Door.RECOMMENDATION_MANAGEMENT),
    FREQUENCY("frequency-service", Door.FREQUENCY, Door.FREQUENCY_MANAGEMENT),
    STOREFRONT("storefront", Door.STOREFRONT, Door.STOREFRONT_MANAGEMENT);

    private final String module;
    private final Door door;
    private final Door managementDoor;

    Application(String module, Door door, Door managementDoor) {
        this.module = module;
        this.door = door;
        this.managementDoor = managementDoor;
    }

    public static List<Application> services() {
        return Arrays.stream(values()).filter(application -> application != STOREFRONT).toList();
    }

    /** The folder of the checkout, and the key in suite.json. */
    public String module() {
        return module;
    }

    public Door door() {
        return door;
    }

    public Door managementDoor() {
        return managementDoor;
    }

    /** Name of its database and of its database user. */
    public String database() {
        return module.replace('-', '_');
    }
}
