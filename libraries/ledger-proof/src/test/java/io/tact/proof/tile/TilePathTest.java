package io.tact.proof.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.proof.Checked;
import io.tact.proof.Seed;
import io.tact.proof.tree.Node;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TilePathTest {
    /**
     * Those of Go's sumdb/tlog, without the height that C2SP fixed at 8, and of the specification.
     */
    @Test
    void pathsAreReadAndWrittenAsElsewhere() {
        expectPath("tile/0/001", new TilePath(0, 1, 256));
        expectPath("tile/0/001.p/5", new TilePath(0, 1, 5));
        expectPath("tile/5/x123/x456/078", new TilePath(5, 123_456_078, 256));
        expectPath("tile/5/x123/x456/078.p/2", new TilePath(5, 123_456_078, 2));
        expectPath("tile/0/x003/x057/500", new TilePath(0, 3_057_500, 256));
        expectPath("tile/0/x001/x234/067", new TilePath(0, 1_234_067, 256));
        expectPath("tile/0/000", new TilePath(0, 0, 256));
        expectPath("tile/63/000.p/255", new TilePath(63, 0, 255));
        expectPath("tile/0/x001/000", new TilePath(0, 1_000, 256));
        expectPath(
                "tile/0/x036/x028/x797/x018/x963/967.p/255",
                new TilePath(0, 36_028_797_018_963_967L, 255));

        assertThat(EntryBundlePath.parse("tile/entries/x003/x057/500"))
                .isEqualTo(Checked.valid(new EntryBundlePath(3_057_500, 256)));
        assertThat(new EntryBundlePath(1_234_067, 7)).hasToString("tile/entries/x001/x234/067.p/7");
    }

    @Test
    void pathIsTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            expectPath("tile/0/x001/x234/067.p/8", new TilePath(0, 1_234_067, 8));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyPathReadsBack() {
        var random = Seed.random("everyPathReadsBack");
        for (int round = 0; round < 5_000; round++) {
            var path =
                    new TilePath(
                            random.nextInt(64),
                            random.nextLong(1L << (1 + random.nextInt(54))),
                            1 + random.nextInt(256));

            assertThat(TilePath.parse(path.toString())).isEqualTo(Checked.valid(path));
        }
    }

    @Test
    void secondSpellingOfAPathIsRefused() {
        for (String path :
                new String[] {
                    "tile/5/123/456/078",
                    "tile/-1/123/456/078",
                    "tile/00/001",
                    "tile/01/001",
                    "tile/64/001",
                    "tile/100/001",
                    "tile/0/1",
                    "tile/0/0001",
                    "tile/0/x001",
                    "tile/0/x000/001",
                    "tile/0/x001/x002",
                    "tile/0/x001/2",
                    "tile/0/001/",
                    "/tile/0/001",
                    "tile/0/001.p",
                    "tile/0/001.p/",
                    "tile/0/001.p/0",
                    "tile/0/001.p/05",
                    "tile/0/001.p/256",
                    "tile/0/001.p/999",
                    "tile/0/001.p/1000",
                    "tile/0/001.p/-1",
                    "tile/0/\u0660\u0660\u0661",
                    "tile/0/x036/x028/x797/x018/x963/968",
                    "tile/0/x999/x999/x999/x999/x999/x999/999",
                    "tile/0/x001/x000/x000/x000/x000/x000/x000/000",
                    "tile/0/../001",
                    "tile/entries/001",
                    "tile/0/",
                    "tile/0/001\n",
                    "",
                }) {
            assertThat(TilePath.parse(path)).as(path).isInstanceOf(Checked.Refused.class);
        }
        assertThat(EntryBundlePath.parse("tile/0/001")).isInstanceOf(Checked.Refused.class);
        assertThat(EntryBundlePath.parse("tile/entries/1")).isInstanceOf(Checked.Refused.class);
        assertThat(TilePath.parse("tile/0/x000/001"))
                .isEqualTo(Checked.refused("'x000/001' is written '001'"));
    }

    @Test
    void pathThatNoTreeHasIsNone() {
        assertThatThrownBy(() -> new TilePath(-1, 0, 256))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TilePath(64, 0, 256))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TilePath(0, -1, 256))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TilePath(0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TilePath(0, 0, 257))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EntryBundlePath(Long.MAX_VALUE / 256 + 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lastEntryThatCanBeCountedHasAPath() {
        var last = new EntryBundlePath(Long.MAX_VALUE / 256, 255);

        assertThat(last.start() + last.width()).isEqualTo(Long.MAX_VALUE);
        assertThat(last.isIn(Long.MAX_VALUE)).isTrue();
        assertThat(last.isIn(Long.MAX_VALUE - 1)).isFalse();
    }

    /** The example of the specification, and the edges. */
    @Test
    void treeEndsWithAtMostOnePartialTileALevel() {
        assertThat(TilePath.edge(70_000).toString())
                .isEqualTo("[tile/0/273.p/112, tile/1/001.p/17, tile/2/000.p/1]");
        assertThat(TilePath.edge(0)).isEmpty();
        assertThat(TilePath.edge(1).toString()).isEqualTo("[tile/0/000.p/1]");
        assertThat(TilePath.edge(255).toString()).isEqualTo("[tile/0/000.p/255]");
        assertThat(TilePath.edge(256).toString()).isEqualTo("[tile/1/000.p/1]");
        assertThat(TilePath.edge(257).toString()).isEqualTo("[tile/0/001.p/1, tile/1/000.p/1]");
        assertThat(TilePath.edge(65_536).toString()).isEqualTo("[tile/2/000.p/1]");
        assertThat(TilePath.edge(Long.MAX_VALUE)).hasSize(8);
    }

    @Test
    void treeHasItsTilesAndWhatTheyWereWhenTheyWerePartial() {
        assertThat(new TilePath(0, 273, 112).isIn(70_000)).isTrue();
        assertThat(new TilePath(0, 273, 111).isIn(70_000)).isTrue();
        assertThat(new TilePath(0, 273, 113).isIn(70_000)).isFalse();
        assertThat(new TilePath(0, 272, 256).isIn(70_000)).isTrue();
        assertThat(new TilePath(0, 274, 1).isIn(70_000)).isFalse();
        assertThat(new TilePath(1, 1, 17).isIn(70_000)).isTrue();
        assertThat(new TilePath(3, 0, 1).isIn(70_000)).isFalse();
        assertThat(new TilePath(8, 0, 1).isIn(Long.MAX_VALUE)).isFalse();
        assertThat(new TilePath(0, 0, 1).isIn(0)).isFalse();
        assertThat(new EntryBundlePath(273, 112).isIn(70_000)).isTrue();
        assertThat(new EntryBundlePath(273, 113).isIn(70_000)).isFalse();
    }

    @Test
    void nodeIsHadFromTheTileOfTheLevelBelowIt() {
        assertThat(TilePath.holding(new Node(0, 69_999), 70_000)).hasToString("tile/0/273.p/112");
        assertThat(TilePath.holding(new Node(7, 1), 70_000)).hasToString("tile/0/000");
        assertThat(TilePath.holding(new Node(8, 272), 70_000)).hasToString("tile/1/001.p/17");
        assertThat(TilePath.holding(new Node(16, 0), 70_000)).hasToString("tile/2/000.p/1");
        assertThatThrownBy(() -> TilePath.holding(new Node(8, 273), 70_000))
                .hasMessageContaining("is not complete in a tree of 70000");
    }

    private static void expectPath(String text, TilePath path) {
        assertThat(TilePath.parse(text)).isEqualTo(Checked.valid(path));
        assertThat(path).hasToString(text);
    }
}
