package io.tact.localstack.importing.goods;

import static java.util.stream.Collectors.toMap;

import io.tact.localstack.world.Table;
import io.tact.localstack.world.picture.Picture;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses a drawing and a tint for goods that come without a picture. */
final class Looks {
    private static final List<String> TINTS =
            List.of(
                    "#C96F4E", "#2F8A8B", "#DBA63F", "#86B7D8", "#9BB095", "#DC96A5", "#A898CB",
                    "#34486F", "#C39A68");
    private static final int DESIGNS = 3;

    private final Map<String, String> drawings = table("looks.txt");
    private final Map<String, String> tints = table("tints.txt");

    private static Map<String, String> table(String resource) {
        return Table.rows(Looks.class, resource).stream()
                .collect(toMap(row -> row.get(0), row -> row.get(1)));
    }

    Picture of(String title, String kind) {
        String drawing =
                drawings.getOrDefault(Words.last(kind), choice(Picture.GENERIC, kind.hashCode()));
        String colour = colour(title);
        String tint =
                colour == null
                        ? choice(TINTS, kind.hashCode() * 31)
                        : tints.getOrDefault(colour, "");
        return new Picture(title, drawing, tint, Math.floorMod(title.hashCode(), DESIGNS), null);
    }

    /** The first colour that the title names. */
    @Nullable String colour(String title) {
        return Words.of(title).stream().filter(tints::containsKey).findFirst().orElse(null);
    }

    private static String choice(List<String> choices, int hash) {
        return choices.get(Math.floorMod(hash, choices.size()));
    }
}
