package io.tact.localstack.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a JVM of ours. Its first option names it, so that {@link ProcessRecord} can
 * tell a leftover of ours from a stranger that got a recycled process id.
 */
public record JavaCommand(
        String mark, List<String> options, List<String> program, List<String> arguments) {

    public static JavaCommand ofMainClass(
            String mark,
            List<String> options,
            String classPath,
            String mainClass,
            List<String> arguments) {
        return new JavaCommand(mark, options, List.of("-cp", classPath, mainClass), arguments);
    }

    public static JavaCommand ofJar(
            String mark, List<String> options, Path jar, List<String> arguments) {
        return new JavaCommand(mark, options, List.of("-jar", jar.toString()), arguments);
    }

    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Dtact.process=" + mark);
        words.addAll(options);
        words.addAll(program);
        words.addAll(arguments);
        return List.copyOf(words);
    }
}
