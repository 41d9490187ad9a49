package io.tact.localstack.suite;

import io.tact.localstack.settings.StartFailure;
import io.tact.localstack.settings.SuiteFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Properties;

/** What the second start from one folder is told. */
public final class AlreadyRunning {
    private AlreadyRunning() {}

    public static StartFailure in(SuiteFolder folder) {
        return new StartFailure(
                "Tact already runs from "
                        + folder.path()
                        + details(folder)
                        + ".\n"
                        + "Stop it there with Ctrl-C, or start another one beside it with another TACT_PORT_BASE.");
    }

    private static String details(SuiteFolder folder) {
        Properties owner = new Properties();
        try (var in = Files.newBufferedReader(folder.owner())) {
            owner.load(in);
            return " (process " + owner.getProperty("pid") + ", " + owner.getProperty("url") + ")";
        } catch (IOException e) {
            return "";
        }
    }
}
