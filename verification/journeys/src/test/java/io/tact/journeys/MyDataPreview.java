package io.tact.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The page that shows {@code <tact-my-data>} without a service, from the files of its owner. */
final class MyDataPreview {
    private static final Path FOLDER = Path.of("../../profile-service");
    private static final String ORIGIN = "http://preview.localhost";
    private static final String PAGE = "/src/test/resources/micro-frontend/preview.html?";

    /** No text becomes HTML: a page that tries is stopped, and complains. */
    private static final Map<String, String> POLICY =
            Map.of("Content-Security-Policy", "require-trusted-types-for 'script'");

    private final Page page;

    private MyDataPreview(Page page) {
        this.page = page;
    }

    /**
     * @param how it behaves: what preview.html lists
     */
    static MyDataPreview open(Chromium chromium, String how, int width, ColorScheme scheme) {
        Page page = chromium.visit(width, width < 600 ? 844 : 900, scheme);
        page.route(ORIGIN + "/**", MyDataPreview::file);
        page.navigate(ORIGIN + PAGE + how);
        var preview = new MyDataPreview(page);
        assertThat(preview.element()).not().hasAttribute("aria-busy", "true");
        assertThat(preview.element().locator(".sheet").first()).isVisible();
        return preview;
    }

    private static void file(Route route) {
        Path file = FOLDER.resolve(URI.create(route.request().url()).getPath().substring(1));
        if (Files.isRegularFile(file)) {
            route.fulfill(
                    new Route.FulfillOptions()
                            .setPath(file)
                            .setContentType(
                                    file.toString().endsWith(".js")
                                            ? "text/javascript"
                                            : "text/html; charset=utf-8")
                            .setHeaders(POLICY));
        } else {
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        }
    }

    Page page() {
        return page;
    }

    Locator element() {
        return page.locator("tact-my-data");
    }

    Locator at(String id) {
        return element().locator("[id='" + id + "']");
    }

    Locator dialog() {
        return element().locator("dialog");
    }

    Locator status() {
        return element().locator(".toast");
    }

    /** What was sent to change something, as {@code PUT /v1/me/limits {…}}. */
    List<String> changes() {
        return StreamSupport.stream(calls().spliterator(), false)
                .filter(call -> !call.get(0).asText().equals("GET"))
                .map(
                        call ->
                                call.get(0).asText()
                                        + " "
                                        + call.get(1).asText()
                                        + (call.get(2).isNull() ? "" : " " + call.get(2)))
                .toList();
    }

    /** Each with method, path, body and headers. */
    JsonNode calls() {
        return evaluated("window.calls");
    }

    JsonNode evaluated(String expression) {
        try {
            return new ObjectMapper()
                    .readTree(
                            (String)
                                    page.evaluate(
                                            "async () => JSON.stringify(await ("
                                                    + expression
                                                    + "))"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id of what has the focus in the element. */
    String focused() {
        return evaluated("document.activeElement?.shadowRoot?.activeElement?.id ?? ''").asText();
    }

    /** All of it; of a dialog what is seen of it. */
    void picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(!dialog().isVisible())
                        .setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
