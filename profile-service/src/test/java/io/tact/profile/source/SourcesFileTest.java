package io.tact.profile.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init")
class SourcesFileTest {
    @TempDir Path folder;

    @Test
    void eachKeyIsOfOneSource() throws IOException {
        var sources =
                SourcesFile.read(
                        file(
                                entry("key-of-browser", "web", "browser", "consent")
                                        + ","
                                        + entry("key-of-server", "erp", "server", "contract")));

        assertThat(sources)
                .containsEntry(
                        "key-of-browser", new Source("web", SourceKind.BROWSER, Ground.CONSENT))
                .containsEntry(
                        "key-of-server", new Source("erp", SourceKind.SERVER, Ground.CONTRACT));
    }

    @Test
    void oneSourceMayHaveTwoKeysSoThatTheyCanRotate() throws IOException {
        var sources =
                SourcesFile.read(
                        file(
                                entry("key-of-today", "web", "browser", "consent")
                                        + ","
                                        + entry("key-of-tomorrow", "web", "browser", "consent")));

        assertThat(sources).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    no source in         |
                    one write key to both| {"writeKey":"same-key","source":"a","kind":"server","ground":"consent"},{"writeKey":"same-key","source":"b","kind":"server","ground":"consent"}
                    ground contract      | {"writeKey":"public-key","source":"web","kind":"browser","ground":"contract"}
                    fewer than 8         | {"writeKey":"short12","source":"web","kind":"browser","ground":"consent"}
                    cannot be read       | {"writeKey":"some-key","source":"web","kind":"phone","ground":"consent"}
                    cannot be read       | {"source":"web","kind":"browser","ground":"consent"}
                    cannot be read       | {"writeKey":"some-key","source":"web","kind":"browser"}
                    cannot be read       | no json
                    paths of fields      | {"writeKey":"some-key","source":"a","kind":"server","ground":"consent","collects":["a..b"]}
                    has no purpose       | {"writeKey":"some-key","source":"a","kind":"server","ground":"consent","provider":{"name":"Weather Ltd","purposes":[]}}
                    cannot have the      | {"writeKey":"some-key","source":"a","kind":"server","ground":"contract","provider":{"name":"Weather Ltd","purposes":["marketing"]}}
                    not: a b             | {"writeKey":"some-key","source":"a b","kind":"server","ground":"consent"}
                    """)
    void whatIsUnsafeStopsTheStartByTheNameOfItsSettingAndWithoutAKey(String why, String entries)
            throws IOException {
        Path file = file(entries == null ? "" : entries);

        assertThatThrownBy(() -> SourcesFile.read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TACT_WRITE_KEYS")
                .hasMessageContaining(why)
                .hasMessageNotContainingAny("same-key", "public-key", "short12", "some-key");
    }

    @Test
    void missingFileStopsTheStart() {
        Path missing = folder.resolve("nowhere.json");

        assertThatThrownBy(() -> SourcesFile.read(missing))
                .hasMessageContaining("TACT_WRITE_KEYS")
                .hasMessageContaining("nowhere.json");
    }

    private Path file(String entries) throws IOException {
        return Files.writeString(folder.resolve("write-keys.json"), "[" + entries + "]");
    }

    private static String entry(String key, String source, String kind, String ground) {
        return "{\"writeKey\":\"%s\",\"source\":\"%s\",\"kind\":\"%s\",\"ground\":\"%s\"}"
                .formatted(key, source, kind, ground);
    }
}
