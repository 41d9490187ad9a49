package io.tact.consent.client.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.localstack.test.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Asks a service to forget, as profile-service would, and checks the receipt with its public key.
 */
public final class ErasureRequests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema RECEIPT =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            Contract.json(
                                    Path.of(
                                            "../profile-service/contracts/events/privacy.receipt.v1.schema.json")));
    private static final String ED25519 = "302a300506032b6570032100";

    private final TestStack stack;

    public ErasureRequests(TestStack stack) {
        this.stack = stack;
    }

    public UUID send(Collection<String> identities, Collection<String> persons) {
        UUID request = UUID.randomUUID();
        send(request, Instant.now(), identities, persons);
        return request;
    }

    public void send(Erasure erasure) {
        send(
                erasure.request(),
                erasure.erasedAt(),
                erasure.identities().stream().map(IdentityKey::value).toList(),
                erasure.persons());
    }

    public void send(
            UUID request,
            Instant erasedAt,
            Collection<String> identities,
            Collection<String> persons) {
        try {
            produce(
                    "privacy.erasure.v1",
                    request.toString(),
                    JSON.writeValueAsString(
                            Map.of(
                                    "request", request,
                                    "erasedAt", erasedAt.toString(),
                                    "identities", List.copyOf(identities),
                                    "persons", List.copyOf(persons))));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A record of any topic, as its owner would send it, or as somebody may repeat it. */
    public void produce(String topic, String key, String value) {
        Map<String, Object> kafka = Map.of("bootstrap.servers", stack.bootstrapServers());
        try (var producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(stack.topicPrefix() + topic, key, value)).get();
        } catch (InterruptedException | ExecutionException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    /** As another service would answer, with the key that all of them have in tests. */
    public void answer(UUID request, String service) {
        try {
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            String signed =
                    base64.encodeToString("{\"alg\":\"EdDSA\"}".getBytes(US_ASCII))
                            + "."
                            + base64.encodeToString(
                                    JSON.writeValueAsBytes(
                                            Map.of("request", request, "service", service)));
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey());
            signature.update(signed.getBytes(US_ASCII));
            produce(
                    "privacy.receipt.v1",
                    request.toString(),
                    JSON.writeValueAsString(
                            Map.of(
                                    "request", request,
                                    "service", service,
                                    "receipt",
                                            signed
                                                    + "."
                                                    + base64.encodeToString(signature.sign()))));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new AssertionError(unusable);
        }
    }

    private PrivateKey privateKey() throws IOException, GeneralSecurityException {
        String pem =
                Files.readString(
                        Path.of(
                                String.valueOf(
                                        stack.environment().get("TACT_RECEIPT_SIGNING_KEY"))));
        String body = pem.replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
    }

    /** What the receipt says, once it is there and verified. */
    public JsonNode receipt(UUID request, String service) {
        try (var topic =
                new TopicUnderTest(
                        stack.bootstrapServers(), stack.topicPrefix() + "privacy.receipt.v1")) {
            var read =
                    topic.readUntil(
                            record ->
                                    record.key().equals(request.toString())
                                            && record.value().contains(service));
            String value = read.get(read.size() - 1).value();
            assertThat(RECEIPT.validate(JSON.readTree(value))).isEmpty();
            return verified(JSON.readTree(value).path("receipt").asText(), service);
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }

    /** What it says was deleted: store and name to count. */
    public static Map<String, Long> deleted(JsonNode receipt) {
        return receipt.path("deleted")
                .valueStream()
                .collect(
                        Collectors.toMap(
                                one -> one.path("store").asText() + " " + one.path("name").asText(),
                                one -> one.path("count").asLong()));
    }

    private JsonNode verified(String jws, String service) throws IOException {
        String[] parts = jws.split("\\.");
        Base64.Decoder base64 = Base64.getUrlDecoder();
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(publicKey(service))));
            verifier.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
            if (!verifier.verify(base64.decode(parts[2]))) {
                throw new AssertionError("The signature is not of " + service);
            }
        } catch (GeneralSecurityException unusable) {
            throw new AssertionError(unusable);
        }
        return JSON.readTree(base64.decode(parts[1]));
    }

    private byte[] publicKey(String service) throws IOException {
        Path keys = Path.of(String.valueOf(stack.environment().get("TACT_RECEIPT_KEYS")));
        for (JsonNode key : JSON.readTree(Files.readString(keys)).path("keys")) {
            if (key.path("kid").asText().equals(service)) {
                String raw =
                        HexFormat.of()
                                .formatHex(Base64.getUrlDecoder().decode(key.path("x").asText()));
                return HexFormat.of().parseHex(ED25519 + raw);
            }
        }
        throw new AssertionError("No public key of " + service);
    }
}
