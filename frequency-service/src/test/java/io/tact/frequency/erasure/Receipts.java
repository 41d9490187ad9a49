package io.tact.frequency.erasure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tact.consent.client.erasure.Erasure;
import io.tact.frequency.Surroundings;
import io.tact.localstack.test.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;

/** The receipts that were sent, each verified as whoever asked for the erasure would. */
final class Receipts {
    /** What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Path SCHEMA =
            Path.of("../profile-service/contracts/events/privacy.receipt.v1.schema.json");
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Surroundings shop;
    private final ObjectMapper json;

    Receipts(Surroundings shop, ObjectMapper json) {
        this.shop = shop;
        this.json = json;
    }

    /** By request. */
    Map<UUID, List<ConsumerRecord<String, String>>> all() {
        return shop.topics().readToTheEnd("privacy.receipt.v1").stream()
                .collect(Collectors.groupingBy(record -> UUID.fromString(record.key())));
    }

    void untilAnswered(Collection<Erasure> erasures) {
        Set<UUID> requests = erasures.stream().map(Erasure::request).collect(Collectors.toSet());
        Eventually.holds("the receipts", () -> all().keySet().containsAll(requests));
    }

    /** Store and name to count. */
    static Map<String, Long> deleted(JsonNode receipt) {
        return receipt.get("deleted")
                .valueStream()
                .collect(
                        Collectors.toMap(
                                one -> one.get("store").asText() + " " + one.get("name").asText(),
                                one -> one.get("count").asLong()));
    }

    /** What it says, if its signature is right. */
    JsonNode verified(ConsumerRecord<String, String> record)
            throws IOException, GeneralSecurityException {
        var schema = json.readTree(SCHEMA.toFile());
        if (!SCHEMAS.getSchema(schema).validate(json.readTree(record.value())).isEmpty()) {
            throw new AssertionError("Not as " + SCHEMA + ": " + record.value());
        }
        String jws = json.readTree(record.value()).get("receipt").asText();
        int dot = jws.lastIndexOf('.');
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key())));
        signature.update(jws.substring(0, dot).getBytes(US_ASCII));
        if (!signature.verify(decoded(jws.substring(dot + 1)))) {
            throw new AssertionError("The signature is not of frequency-service");
        }
        return json.readTree(decoded(jws.substring(jws.indexOf('.') + 1, dot)));
    }

    private byte[] key() throws IOException {
        String file = ConfigProvider.getConfig().getValue("TACT_RECEIPT_KEYS", String.class);
        for (JsonNode key : json.readTree(Files.readString(Path.of(file))).get("keys")) {
            if (key.get("kid").asText().equals("frequency-service")) {
                byte[] raw = decoded(key.get("x").asText());
                byte[] whole = new byte[HEAD.length + raw.length];
                System.arraycopy(HEAD, 0, whole, 0, HEAD.length);
                System.arraycopy(raw, 0, whole, HEAD.length, raw.length);
                return whole;
            }
        }
        throw new AssertionError("frequency-service has no key in " + file);
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
