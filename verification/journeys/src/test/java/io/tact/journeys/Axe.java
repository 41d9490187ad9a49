package io.tact.journeys;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.tact.localstack.test.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** axe-core in a page: what of an element some people could not read or use. */
final class Axe {
    private static final Path SCRIPT = Path.of("../banners/node_modules/axe-core/axe.min.js");

    private Axe() {}

    static void assumeInstalled() {
        assumeTrue(
                Files.exists(SCRIPT),
                "axe-core is not installed; verification/install-programs installs it");
    }

    /**
     * Once the first of the elements is at rest.
     *
     * @return nothing where all is well
     */
    static String violations(Page page, String... elements) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(script()); // a script tag is what the shop's policy forbids
        }
        Eventually.get(
                "an element at rest",
                () ->
                        (Integer)
                                page.evaluate(
                                        "name => document.querySelector(name).shadowRoot.getAnimations({subtree: true}).length",
                                        elements[0]),
                running -> running == 0);
        return (String)
                page.evaluate(
                        """
                        async ({ elements }) => {
                          const { violations } = await axe.run({ include: elements.map(name => [name]) })
                          return violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | ')).join('; ')
                        }""",
                        Map.of("elements", List.of(elements)));
    }

    private static String script() {
        try {
            return Files.readString(SCRIPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
