package io.tact.consent;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.testkit.ElementModule;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class StaffModuleTest extends ElementModule {
    StaffModuleTest() {
        super("consent-staff.js", 10_000);
    }
}
