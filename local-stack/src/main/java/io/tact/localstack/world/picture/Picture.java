package io.tact.localstack.world.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One picture: what to draw and how to colour it.
 *
 * @param title read out by screen readers
 * @param drawing the name of a template, which is a kind with hyphens, or one of {@link #GENERIC}
 * @param colour #rrggbb
 * @param design which model of the kind, from 0
 * @param pattern of {@link Cloth}, or none
 */
public record Picture(
        String title, String drawing, String colour, int design, @Nullable String pattern) {
    /** For goods of which nothing but their name is known. */
    public static final List<String> GENERIC =
            List.of("generic-box", "generic-bag", "generic-jar", "generic-ornament");

    private static final String HEAD =
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img">
            <title>%s</title>
            """;
    private static final String DRAWN =
            """
            %s<path d="M0 0h400v400H0z" fill="{ground}"/><circle cx="200" cy="200" r="172" fill="{halo}"/>
            <ellipse cx="200" cy="346" rx="132" ry="13" fill="{shadow}"/>
            %s</svg>
            """;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    public String svg() {
        Map<String, String> colours =
                new Shades(Colour.of(colour), design)
                        .byName().entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                entry -> entry.getValue().toString()));
        colours.put("main", pattern == null ? colours.get("base") : "url(#p)");
        String text = DRAWN.formatted(cloth(), template());
        String coloured =
                PLACEHOLDER
                        .matcher(text)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(colour(colours, found.group(1))));
        return HEAD.formatted(escaped(title)) + coloured;
    }

    private String cloth() {
        return pattern == null ? "" : "<defs>" + Cloth.named(pattern) + "</defs>";
    }

    private String forThisDesign(String line) {
        if (!line.startsWith("@")) {
            return line + "\n";
        }
        return line.charAt(1) - '0' == design ? line.substring(3) + "\n" : "";
    }

    private String colour(Map<String, String> colours, String name) {
        String found = colours.get(name);
        if (found == null) {
            throw new IllegalStateException(
                    "no colour %s, wanted by drawing %s".formatted(name, drawing));
        }
        return found;
    }

    private String template() {
        try (InputStream bytes =
                Picture.class.getResourceAsStream("drawings/" + drawing + ".svg")) {
            if (bytes == null) {
                throw new IllegalArgumentException("no such drawing: " + drawing);
            }
            return new String(bytes.readAllBytes(), UTF_8)
                    .lines()
                    .map(this::forThisDesign)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
