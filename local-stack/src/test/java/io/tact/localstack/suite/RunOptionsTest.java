package io.tact.localstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.localstack.settings.Application;
import io.tact.localstack.settings.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunOptionsTest {
    private static final Path ROOT = Path.of("/checkout");

    @Test
    void withoutOptionsAllOfTheSuiteRunsFromTheUsualFolder() {
        RunOptions options = RunOptions.parse(List.of(), null);

        assertThat(options)
                .isEqualTo(new RunOptions(false, false, false, 8080, null, null, null, null));
        assertThat(options.suiteFolder(ROOT).path()).isEqualTo(ROOT.resolve(".tact"));
    }

    @Test
    void anotherPortBaseHasAnotherFolder() {
        RunOptions options = RunOptions.parse(List.of("--fresh"), "18080");

        assertThat(options.fresh()).isTrue();
        assertThat(options.suiteFolder(ROOT).path()).isEqualTo(ROOT.resolve(".tact-18080"));
    }

    @Test
    void aStatedFolderIsTaken() {
        RunOptions options = RunOptions.parse(List.of("--folder", "/elsewhere/shop"), "0");

        assertThat(options.suiteFolder(ROOT).path()).isEqualTo(Path.of("/elsewhere/shop"));
    }

    @Test
    void dataAndKindsAreFilesThatCanBeRead(@TempDir Path folder) throws Exception {
        Path orders = Files.createFile(folder.resolve("orders.tsv"));
        Path kinds = Files.createFile(folder.resolve("kinds.tsv"));

        RunOptions options =
                RunOptions.parse(
                        List.of("--data", orders.toString(), "--kinds", kinds.toString()), "");

        assertThat(options.data()).isEqualTo(orders);
        assertThat(options.kinds()).isEqualTo(kinds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "--data",
                "--data /no/such/file",
                "--kinds pom.xml",
                "--folder",
                "--only",
                "--only storefront"
            })
    void anOptionThatCannotBeFollowedIsNamed(String words) {
        List<String> arguments = List.of(words.split(" "));

        assertThatThrownBy(() -> RunOptions.parse(arguments, null))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(arguments.get(0));
    }

    @Test
    void oneServiceMayBeStartedWithWhatItNeedsAlone() {
        RunOptions options = RunOptions.parse(List.of("--only", "consent-service"), "0");

        assertThat(options.only()).isEqualTo(Application.CONSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "1023", "65001", "many", "-1"})
    void anImpossiblePortBaseIsNamed(String base) {
        assertThatThrownBy(() -> RunOptions.parse(List.of(), base))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(base);
    }
}
