package io.tact.localstack.test;

import io.tact.localstack.keys.RsaKey;
import io.tact.localstack.launcher.LauncherFolder;
import io.tact.localstack.machine.Checkout;
import io.tact.localstack.machine.FolderLock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lease of the shared Postgres, Kafka and OIDC issuer: a database and a topic prefix of its own,
 * gone when the lease ends. It ends with {@link #close} or with the JVM. The first lease of a
 * machine starts the launcher, in about three seconds.
 */
public final class TestStack implements AutoCloseable {
    private final LauncherConnection connection;
    private final Map<String, String> environment;
    private final TestTokens tokens;

    private TestStack(LauncherConnection connection, Map<String, String> answer) {
        this.connection = connection;
        Map<String, String> settings = new LinkedHashMap<>(answer);
        RsaKey issuerKey = readKey(settings.remove("issuer.key"));
        this.environment = Map.copyOf(settings);
        this.tokens =
                new TestTokens(issuerUrl(), issuerKey, readKey(visitorPrivateKeyFile().toString()));
    }

    /** The module's name shows in the names of its database and topics. */
    public static TestStack lease(String module) {
        LauncherFolder folder = LauncherFolder.of(Checkout.find());
        return FolderLock.holding(
                folder.lock(),
                () -> {
                    LauncherConnection connection = new LauncherProcess(folder).connect();
                    return new TestStack(connection, connection.lease(module));
                });
    }

    /**
     * What a service reads, by the names of its environment variables: to be returned by a test
     * resource's start().
     */
    public Map<String, String> environment() {
        return environment;
    }

    public TestTokens tokens() {
        return tokens;
    }

    /**
     * Creates the topics of an owner's {@code contracts/topics.json} under this lease's prefix, 4
     * partitions each.
     */
    public void createTopics(Path topicsJson) {
        connection.ask("topics", topicsJson.toAbsolutePath().normalize().toString());
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + databaseHost() + ":" + databasePort() + "/" + databaseName();
    }

    public String databaseHost() {
        return setting("TACT_DATABASE_HOST");
    }

    public int databasePort() {
        return Integer.parseInt(setting("TACT_DATABASE_PORT"));
    }

    public String databaseName() {
        return setting("TACT_DATABASE_NAME");
    }

    public String databaseUser() {
        return setting("TACT_DATABASE_USER");
    }

    public String databasePassword() {
        return setting("TACT_DATABASE_PASSWORD");
    }

    public String bootstrapServers() {
        return setting("TACT_KAFKA_BOOTSTRAP_SERVERS");
    }

    public String topicPrefix() {
        return setting("TACT_TOPIC_PREFIX");
    }

    public String issuerUrl() {
        return setting("TACT_OIDC_ISSUER_URL");
    }

    public String installationSecret() {
        return setting("TACT_INSTALLATION_SECRET");
    }

    public Path visitorKeysFile() {
        return Path.of(setting("TACT_VISITOR_KEYS"));
    }

    public Path visitorPrivateKeyFile() {
        return Path.of(setting("TACT_VISITOR_PRIVATE_KEY"));
    }

    public String visitorKeyId() {
        return setting("TACT_VISITOR_KEY_ID");
    }

    public String writeKeyBrowser() {
        return setting("TACT_WRITE_KEY_BROWSER");
    }

    public String writeKeyServer() {
        return setting("TACT_WRITE_KEY_SERVER");
    }

    @Override
    public void close() {
        connection.close();
    }

    private String setting(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException("The test launcher did not say " + name);
        }
        return value;
    }

    private static RsaKey readKey(@Nullable String file) {
        return RsaKey.read(Path.of(String.valueOf(file)));
    }
}
