package io.tact.profile;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.consent.client.testkit.ConsentStates;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What happens around this service: people who consent, and clients that send. */
public record Shop(TestStack stack, ConsentStates consents, IdentityKeys keys) {
    public static final String BROWSER = "key-of-browser";
    public static final String SERVER = "key-of-server";
    public static final String HISTORY = "key-of-history";

    static Shop of(TestStack stack) {
        return new Shop(
                stack,
                new ConsentStates(stack.bootstrapServers(), stack.topicPrefix()).heartbeat(true),
                new IdentityKeys(stack.installationSecret()));
    }

    /** Somebody whom no other test knows. */
    public Visitor visitor() {
        String subjectId = "subject-" + UUID.randomUUID();
        String anonymousId = TestTokens.anonymousId(subjectId);
        return new Visitor(
                anonymousId,
                stack.tokens().visitor(subjectId),
                keys.of(Identity.visitor(anonymousId)));
    }

    public Customer customer() {
        String userId = "customer-" + UUID.randomUUID();
        return new Customer(
                userId, stack.tokens().customer(userId), keys.of(Identity.customer(userId)));
    }

    public record Visitor(String anonymousId, String token, IdentityKey key) {}

    public record Customer(String userId, String token, IdentityKey key) {}

    /** Returns when the service knows it. */
    public ConsentSeq grant(ConsentReplica replica, IdentityKey key, Purpose... purposes) {
        return arrived(replica, consents.grant(key, purposes));
    }

    public ConsentSeq withdraw(ConsentReplica replica, IdentityKey key, Purpose... purposes) {
        return arrived(replica, consents.withdraw(key, purposes));
    }

    private static ConsentSeq arrived(ConsentReplica replica, ConsentSeq seq) {
        try {
            replica.arrival(seq).get(20, TimeUnit.SECONDS);
            Eventually.holds("a lease", () -> replica.hasLease(seq.key()));
            return seq;
        } catch (Exception e) {
            throw new AssertionError("The service did not hear of a consent", e);
        }
    }

    public static RequestSpecification with(String writeKey) {
        return given().auth().preemptive().basic(writeKey, "").contentType("application/json");
    }

    /** Sends a batch of events and expects that they are taken. */
    public static void send(String writeKey, String... events) {
        with(writeKey)
                .body("{\"batch\":[" + String.join(",", events) + "]}")
                .post("/v1/batch")
                .then()
                .statusCode(200);
    }

    public RequestSpecification as(Customer customer) {
        return given().auth().oauth2(customer.token());
    }

    public RequestSpecification as(Visitor visitor) {
        return given().header("Tact-Visitor", visitor.token());
    }

    public RequestSpecification as(Customer customer, Visitor visitor) {
        return as(customer).header("Tact-Visitor", visitor.token());
    }

    /** The first column of all rows, as text. */
    public List<String> query(String sql, Object... parameters) {
        try (Connection connection =
                        DriverManager.getConnection(
                                stack.jdbcUrl(), stack.databaseUser(), stack.databasePassword());
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<String>();
            if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(String.valueOf(rows.getString(1)));
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public String person(IdentityKey key) {
        List<String> found =
                query("select person from identity where identity_key = ?", key.value());
        return found.isEmpty() ? "nobody" : found.get(0);
    }
}
