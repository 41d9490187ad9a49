package io.tact.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tact.evaluate.Measured.Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Public data that stands beside the checkout, where it does. */
class PublicDataTest {
    /** Serenade's example (bolcom/serenade, Apache-2.0). */
    @Test
    void nextClickIsFoundMoreOftenThanBySerenade() throws IOException {
        Path folder = shared("serenade-example");

        Results all =
                Results.run(
                        System.out,
                        "sessions",
                        "--train",
                        folder.resolve("train.txt"),
                        "--test",
                        folder.resolve("valid.txt"));

        Sums serenade = all.of("Serenade's weights").sums();
        Sums ours = all.of("neighbours").sums();
        assertThat(ours.hitRate()).isGreaterThanOrEqualTo(serenade.hitRate());
        assertThat(ours.meanReciprocalRank()).isGreaterThan(1.12 * serenade.meanReciprocalRank());
    }

    /** Online Retail (UCI, D. Chen 2015, CC BY 4.0). */
    @Test
    void complementsOfAnotherKindAreBoughtTogetherLater() throws IOException {
        Path folder = shared("online-retail");

        Results all =
                Results.run(
                        System.out,
                        "baskets",
                        "--train",
                        folder.resolve("orders-until-cut.tsv.gz"),
                        "--kinds",
                        folder.resolve("kinds.tsv"));

        Sums strict = all.of("complements, strict").sums();
        assertThat(strict.hitRate()).isGreaterThanOrEqualTo(0.42);
        assertThat(strict.meanReciprocalRank()).isGreaterThanOrEqualTo(0.245);
        assertThat(strict.fillRate()).isGreaterThanOrEqualTo(0.71);
        assertThat(strict.alikeShare()).isZero();
    }

    private static Path shared(String name) {
        Path folder =
                Path.of(System.getProperty("tact.root", "../../.."), "..", "shared", "data", name)
                        .normalize();
        assumeTrue(Files.isDirectory(folder), "no " + folder);
        return folder;
    }
}
