package io.tact.consent;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.testkit.ElementModule;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ProofModuleTest extends ElementModule {
    ProofModuleTest() {
        super("consent-proof.js", 5_000);
    }
}
