package io.tact.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Other people's banners from npm, unmodified, on a page of the shop's origin: the page and the
 * modules come from here, all that a banner calls goes to the shop.
 */
final class NpmBanners {
    private static final Path MODULES = Path.of("../banners/node_modules");
    private static final String FOLDER = "/npm/";

    private NpmBanners() {}

    /** verification/install-programs installs them. */
    static boolean installed() {
        return Files.exists(MODULES.resolve("c15t/package.json"))
                && Files.exists(MODULES.resolve("vanilla-cookieconsent/package.json"));
    }

    /** From now on {@code path} of the shop is this page. */
    static void serve(Page page, String shop, String path, String html) {
        page.route(
                shop + path,
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/html; charset=utf-8")
                                        .setBody(html)));
        page.route(
                shop + FOLDER + "**",
                route -> {
                    String url = route.request().url();
                    route.fulfill(
                            new Route.FulfillOptions()
                                    .setContentType("text/javascript; charset=utf-8")
                                    .setPath(
                                            MODULES.resolve(
                                                    url.substring((shop + FOLDER).length()))));
                });
    }

    static String c15t() {
        return """
        <!doctype html>
        <title>A shop with c15t</title>
        <script type="importmap">{"imports": {
          "c15t": "/npm/c15t/dist/index.js",
          "@c15t/schema/types": "/npm/@c15t/schema/dist/types.js",
          "@c15t/translations": "/npm/@c15t/translations/dist/index.js",
          "zustand/vanilla": "/npm/zustand/esm/vanilla.mjs"
        }}</script>
        <script type="module">
          import { getOrCreateConsentRuntime } from 'c15t'
          const { consentStore } = getOrCreateConsentRuntime({ mode: 'hosted', backendURL: '/api/c15t' })
          window.banner = consentStore
        </script>""";
    }

    /**
     * The snippet of the docs.
     *
     * @param sent what is made of {@code JSON.stringify(cookie)}
     */
    static String cookieConsent(String sent) {
        return """
        <!doctype html>
        <title>A shop with vanilla-cookieconsent</title>
        <body>
        <script src="/npm/vanilla-cookieconsent/dist/cookieconsent.umd.js"></script>
        <script>
          const tell = ({ cookie }) => navigator.sendBeacon('/api/cookieconsent', SENT)
          CookieConsent.run({
            hideFromBots: false,
            onFirstConsent: tell,
            onChange: tell,
            categories: {
              necessary: { enabled: true, readOnly: true },
              functionality: {}, measurement: {}, experience: {}, marketing: {}
            },
            language: { default: 'en', translations: { en: {
              consentModal: { title: 'May we?', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all' },
              preferencesModal: { sections: [] }
            } } }
          })
        </script>"""
                .replace("SENT", sent);
    }
}
