package io.tact.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other people's clients from npm, unmodified ({@code verification/clients}). */
final class NpmClients {
    private static final Path FOLDER = Path.of("../clients");
    private static final Path BUNDLES = Path.of("target/clients");
    private static final Path STANDALONE =
            FOLDER.resolve("node_modules/@segment/analytics-next/dist/umd/standalone.js");

    private NpmClients() {}

    /** verification/install-programs installs them. */
    static boolean installed() {
        return Files.exists(FOLDER.resolve("node_modules/.bin/esbuild"));
    }

    /** What a script of {@code clients/node} says at its end. */
    static JsonNode node(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", "node/" + script + ".js"));
        command.addAll(List.of(arguments));
        return RunningSuite.get().read(run(command));
    }

    /** From now on {@code path} is a page with a script of {@code clients/pages}, bundled. */
    static void serve(AnotherShop shop, String path, String script) {
        Path bundle = BUNDLES.resolve(script + ".js").toAbsolutePath();
        run(
                List.of(
                        "node_modules/.bin/esbuild",
                        "pages/" + script + ".js",
                        "--bundle",
                        "--format=iife",
                        "--log-level=warning",
                        "--outfile=" + bundle));
        shop.script(path + ".js", bundle);
        shop.page(
                path,
                "<!doctype html><title>Tents</title><link rel=icon href='data:,'><script src='%s.js'></script>"
                        .formatted(path));
    }

    /** From now on {@code path} is a page with Segment's snippet, and the shop has its script. */
    static void serveSnippet(AnotherShop shop, String path, String key, String cdn) {
        try {
            shop.page(
                    path,
                    Files.readString(FOLDER.resolve("pages/segment-snippet.html"))
                            .replace("KEY", key)
                            .replace("CDN", cdn));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shop.script("/analytics.js/v1/" + key + "/analytics.min.js", STANDALONE);
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(FOLDER.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end well: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
