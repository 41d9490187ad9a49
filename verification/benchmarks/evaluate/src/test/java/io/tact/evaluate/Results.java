package io.tact.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** What a run measured. */
record Results(List<Measured> all) {
    static Results run(PrintStream out, Object... arguments) throws IOException {
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        return new Results(Evaluate.run(texts, out));
    }

    Measured of(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
