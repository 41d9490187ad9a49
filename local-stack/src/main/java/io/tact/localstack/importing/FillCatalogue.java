package io.tact.localstack.importing;

import io.tact.localstack.world.picture.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Gives the shop its pictures and its products. */
final class FillCatalogue {
    private static final int NAMED = 10;

    private final CatalogueFeed feed;
    private final Path pictures;
    private final Screen screen;

    FillCatalogue(CatalogueFeed feed, Path pictures, Screen screen) {
        this.feed = feed;
        this.pictures = pictures;
        this.screen = screen;
    }

    /**
     * @param drawn the picture of each item
     */
    void fill(List<CatalogueItem> items, Map<String, Picture> drawn)
            throws IOException, InterruptedException {
        Progress progress = screen.step("Catalogue", "products", items.size());
        Files.createDirectories(pictures);
        for (Map.Entry<String, Picture> picture : drawn.entrySet()) {
            Files.writeString(
                    pictures.resolve(picture.getKey() + ".svg"), picture.getValue().svg());
        }
        List<String> rejected = feed.put(items, progress::add);
        progress.finish();
        if (!rejected.isEmpty()) {
            screen.say(
                    "  %,d products were not taken, the first of them:".formatted(rejected.size()));
            rejected.stream().limit(NAMED).forEach(item -> screen.say("    " + item));
        }
    }
}
