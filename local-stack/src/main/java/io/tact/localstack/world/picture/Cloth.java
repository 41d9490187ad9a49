package io.tact.localstack.world.picture;

import java.util.Map;

/** The patterns in which things are woven and printed, as SVG pattern tiles. */
final class Cloth {
    private static final Map<String, String> TILES =
            Map.of(
                    "stripes",
                    tile(40, 40, "<path d=\"M0 8h40v14H0z\" fill=\"{pale}\"/>"),
                    "dots",
                    tile(
                            36,
                            36,
                            "<circle cx=\"9\" cy=\"9\" r=\"6\" fill=\"{pale}\"/><circle cx=\"27\" cy=\"27\" r=\"6\" fill=\"{pale}\"/>"),
                    "check",
                    tile(
                            52,
                            52,
                            "<path d=\"M0 8h52v18H0zM8 0h18v52H8z\" fill=\"{pale}\" opacity=\".5\"/><path d=\"M0 40h52M40 0v52\" stroke=\"{deep}\" stroke-width=\"3\" opacity=\".6\"/>"),
                    "knit",
                    tile(
                            16,
                            14,
                            "<path d=\"m1 2 7 7 7-7\" fill=\"none\" stroke=\"{dark}\" stroke-width=\"3\" opacity=\".55\"/>"),
                    "rib",
                    tile(
                            16,
                            16,
                            "<path d=\"M4 0v16\" stroke=\"{dark}\" stroke-width=\"5\" opacity=\".6\"/>"),
                    "quilt",
                    tile(
                            44,
                            44,
                            "<path d=\"m0 0 44 44M44 0 0 44\" stroke=\"{dark}\" stroke-width=\"3\" opacity=\".75\"/>"),
                    "leaves",
                    tile(
                            52,
                            52,
                            "<path d=\"M14 30q-12-14 0-24 12 12 0 24M38 52q-12-14 0-24 12 12 0 24\" fill=\"{pale}\"/><path d=\"M14 12v24m24-2v18\" stroke=\"{dark}\" stroke-width=\"2\" opacity=\".5\"/>"));

    private Cloth() {}

    private static String tile(int width, int height, String drawing) {
        return ("<pattern id=\"p\" width=\"%d\" height=\"%d\" patternUnits=\"userSpaceOnUse\">"
                        + "<rect width=\"%d\" height=\"%d\" fill=\"{base}\"/>%s</pattern>")
                .formatted(width, height, width, height, drawing);
    }

    static String named(String pattern) {
        String tile = TILES.get(pattern);
        if (tile == null) {
            throw new IllegalArgumentException("no such pattern: " + pattern);
        }
        return tile;
    }
}
