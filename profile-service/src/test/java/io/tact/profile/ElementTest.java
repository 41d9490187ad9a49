package io.tact.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.testkit.ElementModule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ElementTest extends ElementModule {
    private static final int MOST_BYTES = 20_000;

    ElementTest() {
        super("my-data.js", MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void elementIsSmallWithItsWords(String language) {
        assertThat(
                        packedBytes("/micro-frontend/my-data.js")
                                + packedBytes("/micro-frontend/my-data-" + language + ".js"))
                .isLessThan(MOST_BYTES);
    }
}
