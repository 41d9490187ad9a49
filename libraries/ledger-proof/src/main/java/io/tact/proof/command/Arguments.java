package io.tact.proof.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.Checked;
import io.tact.proof.note.VerifierKey;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * @param files what stands there without a name
 * @param options by name, without the dashes
 */
record Arguments(String command, List<String> files, Map<String, String> options) {

    static Arguments parse(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new WrongUsage("A command is missing.");
        }
        var files = new ArrayList<String>();
        var options = new HashMap<String, String>();
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                files.add(argument);
            } else if (i + 1 == arguments.size()) {
                throw new WrongUsage(argument + " needs a value.");
            } else if (options.put(argument.substring(2), arguments.get(++i)) != null) {
                throw new WrongUsage(argument + " stands there twice.");
            }
        }
        return new Arguments(arguments.get(0), files, options);
    }

    void require(int numberOfFiles, Set<String> known) {
        if (files.size() != numberOfFiles) {
            throw new WrongUsage(
                    "%d file(s) expected, not %d: %s"
                            .formatted(numberOfFiles, files.size(), files));
        }
        for (String option : options.keySet()) {
            if (!known.contains(option)) {
                throw new WrongUsage("--" + option + " means nothing here.");
            }
        }
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(options.get(option));
    }

    String get(String option) {
        return find(option).orElseThrow(() -> new WrongUsage("--" + option + " is missing."));
    }

    String file() throws IOException {
        return read(files.get(0));
    }

    VerifierKey key() throws IOException {
        String key = get("key");
        String text = key.startsWith("@") ? read(key.substring(1)).strip() : key;
        if (VerifierKey.parse(text) instanceof Checked.Refused<VerifierKey> no) {
            throw new WrongUsage("--key: " + no.reason() + ".");
        }
        return VerifierKey.parse(text).orElseThrow();
    }

    static String read(String file) throws IOException {
        try {
            return Files.readString(Path.of(file), UTF_8);
        } catch (MalformedInputException e) {
            throw new IOException(file + " is not UTF-8", e);
        } catch (InvalidPathException | IOException e) {
            throw new IOException("cannot read " + file, e);
        }
    }
}
