package io.tact.storefront.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** The version of stylesheet and script: another content is another address. */
@ApplicationScoped
class Assets {
    private static final List<String> FILES = List.of("shop.css", "shop.js");

    private final String version;

    Assets() {
        CRC32 checksum = new CRC32();
        FILES.forEach(file -> checksum.update(read("META-INF/resources/assets/" + file)));
        this.version = Long.toString(checksum.getValue(), Character.MAX_RADIX);
    }

    String version() {
        return version;
    }

    private static byte[] read(String resource) {
        try (InputStream bytes =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return bytes == null ? resource.getBytes(UTF_8) : bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
