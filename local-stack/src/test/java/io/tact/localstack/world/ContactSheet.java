package io.tact.localstack.world;

import io.tact.localstack.world.picture.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * For the eye: {@code ContactSheet FOLDER} writes every picture of the demo world and a page that
 * shows them by kind.
 */
final class ContactSheet {
    private ContactSheet() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        StringBuilder page =
                new StringBuilder(
                        "<style>body{font:14px sans-serif;margin:8px;display:grid;grid-template-columns:repeat(12,1fr);gap:6px}img{width:100%;border-radius:8px;display:block}</style>");
        List<Product> products =
                DemoWorld.generate(DemoWorld.DEFAULT_SEED, Instant.EPOCH).products();
        for (Product product : products) {
            Files.writeString(folder.resolve(product.id() + ".svg"), product.picture().svg());
            if (product.number() % product.kind().variants().size()
                    == product.design() % product.kind().variants().size()) {
                page.append(
                        "<div><img src=\"%s.svg\">%s</div>".formatted(product.id(), product.id()));
            }
        }
        for (String generic : Picture.GENERIC) {
            Files.writeString(
                    folder.resolve(generic + ".svg"),
                    new Picture(generic, generic, "#DC96A5", 0, null).svg());
            page.append("<div><img src=\"%s.svg\">%s</div>".formatted(generic, generic));
        }
        Files.writeString(folder.resolve("index.html"), page);
    }
}
