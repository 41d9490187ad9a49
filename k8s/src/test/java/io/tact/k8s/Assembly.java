package io.tact.k8s;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the charts in which each has the library inside. It stands in the build folder, so that
 * what Helm packs is never committed, under a path with a space.
 */
final class Assembly {
    private static final Path FOLDER = Path.of("target", "assembled charts");
    private static final Assembly ONCE = assemble();

    private Assembly() {}

    static Assembly ofAllCharts() {
        return ONCE;
    }

    Path chart(String name) {
        return FOLDER.resolve(name);
    }

    /** A further chart beside the others, which may depend on them. */
    Path add(String name, String chartYaml, String values) {
        Path chart = FOLDER.resolve(name);
        delete(chart);
        write(chart.resolve("Chart.yaml"), chartYaml);
        write(chart.resolve("values.yaml"), values);
        update(chart);
        return chart;
    }

    /** A copy of a chart with other default values: Helm's lint takes no others by this door. */
    Path withDefaults(String name, String values) {
        Path copy = FOLDER.resolveSibling("linted charts").resolve(name);
        delete(copy);
        copy(chart(name), copy);
        write(copy.resolve("values.yaml"), values);
        return copy;
    }

    private static Assembly assemble() {
        delete(FOLDER);
        copy(ServiceChart.CHARTS, FOLDER);
        ServiceChart.names().forEach(name -> update(FOLDER.resolve(name)));
        return new Assembly();
    }

    private static void update(Path chart) {
        new Helm(chart).dependency().update().skipRefresh().call();
    }

    private static void copy(Path from, Path to) {
        for (Path source : walk(from)) {
            Path target = to.resolve(from.relativize(source).toString());
            try {
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void delete(Path folder) {
        if (Files.exists(folder)) {
            walk(folder).stream().sorted(Comparator.reverseOrder()).forEach(Assembly::remove);
        }
    }

    private static void remove(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
