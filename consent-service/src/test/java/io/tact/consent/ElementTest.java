package io.tact.consent;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.testkit.ElementModule;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ElementTest extends ElementModule {
    ElementTest() {
        super("consent.js", 20_000);
    }
}
