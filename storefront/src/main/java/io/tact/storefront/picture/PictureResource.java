package io.tact.storefront.picture;

import io.tact.storefront.StorefrontConfig;
import io.tact.storefront.catalogue.Item;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Gives out {@code <itemId>.svg} of one folder and nothing else: the name is an item id, and the
 * file it leads to must lie in that folder, links followed.
 */
@Path("/pictures")
class PictureResource {
    private static final String SUFFIX = ".svg";
    private static final String HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final Optional<java.nio.file.Path> folder;

    PictureResource(StorefrontConfig config) {
        this.folder = config.pictures();
    }

    @GET
    @Path("{file}")
    public Response picture(String file) throws IOException {
        String itemId =
                file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : "";
        if (!Item.isId(itemId)) {
            throw new NotFoundException();
        }
        Optional<String> drawn = drawn(itemId);
        return Response.ok(drawn.orElseGet(() -> NeutralPicture.of(itemId)), "image/svg+xml")
                .header("Content-Security-Policy", HARMLESS)
                .header("Cache-Control", drawn.isPresent() ? "public, max-age=3600" : "no-cache")
                .build();
    }

    private Optional<String> drawn(String itemId) throws IOException {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        java.nio.file.Path file = folder.get().resolve(itemId + SUFFIX);
        if (!Files.isRegularFile(file)
                || !file.toRealPath().startsWith(folder.get().toRealPath())) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(file));
    }
}
