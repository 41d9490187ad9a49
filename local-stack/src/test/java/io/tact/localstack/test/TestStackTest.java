package io.tact.localstack.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestStackTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static TestStack stack;

    @BeforeAll
    static void lease() {
        stack = TestStack.lease("local-stack");
    }

    @AfterAll
    static void giveBack() {
        stack.close();
    }

    @Test
    void theDatabaseBelongsToTheLease() throws Exception {
        try (var connection =
                        DriverManager.getConnection(
                                stack.jdbcUrl(), stack.databaseUser(), stack.databasePassword());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE letter (id int)");

            var rows =
                    statement.executeQuery(
                            "SELECT version(), tableowner FROM pg_tables WHERE tablename = 'letter'");

            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).startsWith("PostgreSQL 18");
            assertThat(rows.getString(2)).isEqualTo(stack.databaseUser());
        }
    }

    @Test
    void aRecordSentInATransactionIsReadBack() {
        stack.createTopics(Path.of("src/test/contracts/topics.json"));
        stack.createTopics(Path.of("src/test/contracts/topics.json"));
        String topic = stack.topicPrefix() + "letter.sent.v1";

        sendInTransaction(topic, "ann", "hello");

        assertThat(read(topic)).isEqualTo("hello");
    }

    @Test
    void aGoodTokenVerifiesWithTheKeysThatTheIssuerPublishes() throws Exception {
        String token = stack.tokens().customer("ann", "analyst");

        var claims = verifier().processToClaims(token);

        assertThat(claims.getSubject()).isEqualTo("ann");
        assertThat(claims.getClaimValue("realm_access"))
                .isEqualTo(Map.of("roles", List.of("analyst")));
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("analyst");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "wrongAudience", "foreignIssuer", "unsigned", "malformed"})
    void aBadTokenDoesNotVerify(String flaw) throws Exception {
        TestTokens tokens = stack.tokens();
        String token =
                switch (flaw) {
                    case "expired" -> tokens.expired("ann");
                    case "wrongAudience" -> tokens.wrongAudience("ann");
                    case "foreignIssuer" -> tokens.foreignIssuer("ann");
                    case "unsigned" -> tokens.unsigned("ann");
                    default -> tokens.malformed();
                };
        JwtConsumer verifier = verifier();

        assertThat(catchThrowable(() -> verifier.process(token)))
                .isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void aVisitorTokenNamesTheAnonymousIdOfTheSubject() throws Exception {
        var keys = new JsonWebKeySet(Files.readString(stack.visitorKeysFile()));
        var verifier =
                new JwtConsumerBuilder()
                        .setExpectedIssuer("tact-consent")
                        .setExpectedAudience("tact")
                        .setRequireExpirationTime()
                        .setVerificationKeyResolver(
                                new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                        .build();

        var context = verifier.process(stack.tokens().visitor("a-subject-id-of-22-chars"));

        assertThat(context.getJwtClaims().getSubject())
                .isEqualTo(TestTokens.anonymousId("a-subject-id-of-22-chars"))
                .hasSize(22);
        assertThat(context.getJoseObjects().get(0).getKeyIdHeaderValue())
                .isEqualTo(stack.visitorKeyId());
        assertThat(verifier)
                .satisfies(v -> assertRefused(v, stack.tokens().expiredVisitor("someone")));
        assertThat(verifier)
                .satisfies(v -> assertRefused(v, stack.tokens().foreignVisitor("someone")));
    }

    @Test
    void twoLeasesDoNotSeeEachOther() {
        try (TestStack other = TestStack.lease("local-stack")) {
            assertThat(other.bootstrapServers()).isEqualTo(stack.bootstrapServers());
            assertThat(other.databaseName()).isNotEqualTo(stack.databaseName());
            assertThat(other.topicPrefix()).isNotEqualTo(stack.topicPrefix());
        }
    }

    private static JwtConsumer verifier() throws Exception {
        JsonNode discovery =
                JSON.readTree(get(stack.issuerUrl() + "/.well-known/openid-configuration"));
        var keys = new JsonWebKeySet(get(discovery.get("jwks_uri").asText()));
        return new JwtConsumerBuilder()
                .setExpectedIssuer(discovery.get("issuer").asText())
                .setExpectedAudience("tact")
                .setRequireExpirationTime()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .build();
    }

    private static void assertRefused(JwtConsumer verifier, String token) {
        assertThat(catchThrowable(() -> verifier.process(token)))
                .isInstanceOf(InvalidJwtException.class);
    }

    private static String get(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static void sendInTransaction(String topic, String key, String value) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.bootstrapServers(), "transactional.id", topic);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, key, value));
            producer.commitTransaction();
        }
    }

    private static String read(String topic) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        stack.bootstrapServers(),
                        "group.id",
                        topic,
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int attempt = 0; attempt < 20; attempt++) {
                for (var received : consumer.poll(Duration.ofSeconds(1))) {
                    return received.value();
                }
            }
            throw new AssertionError("Nothing arrived in " + topic);
        }
    }
}
