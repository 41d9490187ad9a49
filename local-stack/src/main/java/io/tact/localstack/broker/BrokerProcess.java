package io.tact.localstack.broker;

import io.tact.localstack.machine.QuietLogging;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Main class of a JVM that is a broker: {@code DATA PORT CONTROLLER_PORT [--obey]}. It prints
 * {@code ready} when it takes requests. With {@code --obey} it reads commands ({@code topics TAB
 * prefix TAB partitions TAB file}) until its input ends, and then stops: so it never outlives its
 * parent.
 */
public final class BrokerProcess {
    private BrokerProcess() {}

    public static void main(String[] arguments) throws IOException {
        QuietLogging.set();
        BrokerSettings settings =
                new BrokerSettings(
                        Path.of(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]));
        EmbeddedBroker broker = EmbeddedBroker.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        System.out.println("ready");
        if (List.of(arguments).contains("--obey")) {
            obey(settings.bootstrapServers());
            System.exit(0);
        }
    }

    private static void obey(String bootstrapServers) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split("\t", -1);
            try (Topics topics = new Topics(bootstrapServers)) {
                topics.create(
                        words[1],
                        Integer.parseInt(words[2]),
                        TopicContract.read(Path.of(words[3])));
                System.out.println("ok");
            } catch (RuntimeException e) {
                System.out.println("error " + String.valueOf(e.getMessage()).replace('\n', ' '));
            }
        }
    }
}
