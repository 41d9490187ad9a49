package io.tact.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.localstack.Suite;
import io.tact.localstack.test.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** One packaged service with its stores, as suite.json describes it. */
public final class Installation implements AutoCloseable {
    private final Suite suite;
    private final String service;
    private final JsonNode description;

    private Installation(Suite suite, String service, JsonNode description) {
        this.suite = suite;
        this.service = service;
        this.description = description;
    }

    /** With empty stores, and the data in the build's folder. */
    public static Installation start(String service) {
        Suite suite =
                Suite.start(
                        Path.of("target", "suite-" + service),
                        QuietPorts.draw(),
                        true,
                        List.of("--only", service));
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "suite"));
        try {
            return new Installation(
                    suite, service, new ObjectMapper().readTree(suite.file().toFile()));
        } catch (IOException e) {
            suite.close();
            throw new UncheckedIOException(e);
        }
    }

    /** The service itself and what it stands on. */
    public List<Victim> victims() {
        return List.of(
                new Victim(suite, service),
                new Victim(suite, "postgres"),
                new Victim(suite, "kafka"));
    }

    public String url() {
        return text("/services/" + service + "/url");
    }

    public String managementUrl() {
        return text("/services/" + service + "/managementUrl");
    }

    public String bootstrapServers() {
        return text("/kafka/bootstrapServers");
    }

    /** Under which identities are made to keys. */
    public String secret() {
        return text("/secrets/installationSecret");
    }

    /** Of the source whose ground is the contract. */
    public String serverWriteKey() {
        return text("/writeKeys/storefront-server/writeKey");
    }

    public TestTokens tokens() {
        return TestTokens.of(
                text("/oidc/issuerUrl"),
                Path.of(text("/secrets/issuerPrivateKey")),
                Path.of(text("/secrets/visitorPrivateKey")));
    }

    /** Something to be read in the service's own database, as its own user. */
    @FunctionalInterface
    public interface Question<T> {
        T put(Connection database) throws SQLException;
    }

    public <T> T ask(Question<T> question) {
        try (Connection database = connect()) {
            return question.put(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the service's own database, as whoever may do anything. */
    public <T> T administer(Question<T> question) {
        JsonNode postgres = description.get("postgres");
        try (Connection database =
                connect(postgres.get("superuser").asText(), postgres.get("password").asText())) {
            return question.put(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where all that it keeps is: the folders of its stores, and {@code logs}. */
    public Path folder() {
        return Path.of(text("/folder"));
    }

    private Connection connect() throws SQLException {
        JsonNode database = description.at("/services/" + service + "/database");
        return connect(database.get("user").asText(), database.get("password").asText());
    }

    private Connection connect(String user, String password) throws SQLException {
        JsonNode database = description.at("/services/" + service + "/database");
        var login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(
                                database.get("host").asText(),
                                database.get("port").asInt(),
                                database.get("name").asText()),
                login);
    }

    @Override
    public void close() {
        suite.close();
    }

    private String text(String pointer) {
        JsonNode value = description.at(pointer);
        if (!value.isTextual()) {
            throw new IllegalStateException("suite.json does not say " + pointer);
        }
        return value.asText();
    }
}
