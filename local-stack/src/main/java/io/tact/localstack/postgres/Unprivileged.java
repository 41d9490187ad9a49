package io.tact.localstack.postgres;

import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root; in a user namespace without a mapping nobody is root. */
final class Unprivileged {
    private Unprivileged() {}

    static List<String> command(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> words = new ArrayList<>(List.of("unshare", "-U"));
        words.addAll(command);
        return words;
    }
}
