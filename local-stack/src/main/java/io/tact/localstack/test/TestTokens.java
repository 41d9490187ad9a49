package io.tact.localstack.test;

import io.tact.localstack.keys.Jwt;
import io.tact.localstack.keys.RsaKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tokens of both issuers, good and bad, in the form in which Keycloak and consent-service make
 * them.
 */
public final class TestTokens {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Duration LONG_AGO = Duration.ofHours(-1);
    private static final String AUDIENCE = "tact";
    private static final String VISITOR_ISSUER = "tact-consent";

    private final String issuer;
    private final RsaKey issuerKey;
    private final RsaKey visitorKey;

    TestTokens(String issuer, RsaKey issuerKey, RsaKey visitorKey) {
        this.issuer = issuer;
        this.issuerKey = issuerKey;
        this.visitorKey = visitorKey;
    }

    /** Of an issuer whose key was written to a file, as PKCS#8 PEM, and so was the visitors'. */
    public static TestTokens of(String issuer, Path issuerKey, Path visitorKey) {
        return new TestTokens(issuer, RsaKey.read(issuerKey), RsaKey.read(visitorKey));
    }

    public String customer(String subject, String... roles) {
        return Jwt.signed(issuerKey, account(issuer, AUDIENCE, subject, LIFETIME, roles));
    }

    /** With claims that the provider knows of the customer as well. */
    public String customer(String subject, Map<String, Object> more) {
        Map<String, Object> claims = account(issuer, AUDIENCE, subject, LIFETIME);
        claims.putAll(more);
        return Jwt.signed(issuerKey, claims);
    }

    public String staff(String... roles) {
        return customer("staff-" + String.join("-", roles), roles);
    }

    public String expired(String subject) {
        return Jwt.signed(issuerKey, account(issuer, AUDIENCE, subject, LONG_AGO));
    }

    public String wrongAudience(String subject) {
        return Jwt.signed(issuerKey, account(issuer, "another-shop", subject, LIFETIME));
    }

    /** Signed by a key that the issuer does not know, in the name of another issuer. */
    public String foreignIssuer(String subject) {
        return Jwt.signed(
                ForeignKey.KEY,
                account("http://localhost:1/realms/foreign", AUDIENCE, subject, LIFETIME));
    }

    /** Signed by the issuer's own key, in the name of another issuer. */
    public String wrongIssuer(String subject) {
        return Jwt.signed(
                issuerKey,
                account("http://localhost:1/realms/foreign", AUDIENCE, subject, LIFETIME));
    }

    /** HS256 with the issuer's public key as the secret, in all its spellings. */
    public List<String> symmetric(String subject) {
        return symmetric(issuerKey, account(issuer, AUDIENCE, subject, LIFETIME));
    }

    /** Good for this long from now on. */
    public String customer(String subject, Duration lifetime) {
        return Jwt.signed(issuerKey, account(issuer, AUDIENCE, subject, lifetime));
    }

    public String unsigned(String subject) {
        return Jwt.unsigned(account(issuer, AUDIENCE, subject, LIFETIME));
    }

    public String malformed() {
        return "this.is-not.a-token";
    }

    public String visitor(String subjectId) {
        return Jwt.signed(visitorKey, visit(subjectId, LIFETIME));
    }

    public String expiredVisitor(String subjectId) {
        return Jwt.signed(visitorKey, visit(subjectId, LONG_AGO));
    }

    /** Signed by a key that is not in the visitor key set. */
    public String foreignVisitor(String subjectId) {
        return Jwt.signed(ForeignKey.KEY, visit(subjectId, LIFETIME));
    }

    /** By the visitors' own key, for somebody else than Tact. */
    public String wrongAudienceVisitor(String subjectId) {
        return Jwt.signed(visitorKey, visit(VISITOR_ISSUER, "another-shop", subjectId, LIFETIME));
    }

    /** By the visitors' own key, in the name of another issuer. */
    public String wrongIssuerVisitor(String subjectId) {
        return Jwt.signed(visitorKey, visit("another-consent", AUDIENCE, subjectId, LIFETIME));
    }

    public String unsignedVisitor(String subjectId) {
        return Jwt.unsigned(visit(subjectId, LIFETIME));
    }

    /** HS256 with the visitors' public key as the secret, in all its spellings. */
    public List<String> symmetricVisitor(String subjectId) {
        return symmetric(visitorKey, visit(subjectId, LIFETIME));
    }

    /** Good for this long from now on. */
    public String visitor(String subjectId, Duration lifetime) {
        return Jwt.signed(visitorKey, visit(subjectId, lifetime));
    }

    /** The anonymous id that belongs to a banner's subject id. */
    public static String anonymousId(String subjectId) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    ("tact-anonymous:" + subjectId)
                                            .getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> account(
            String issuer, String audience, String subject, Duration lifetime, String... roles) {
        Map<String, Object> claims = common(issuer, audience, subject, lifetime);
        claims.put("typ", "Bearer");
        claims.put("azp", "tact-demo");
        claims.put("preferred_username", subject);
        claims.put("realm_access", Map.of("roles", List.of(roles)));
        claims.put("groups", List.of(roles));
        return claims;
    }

    private static List<String> symmetric(RsaKey key, Map<String, Object> claims) {
        return Stream.of(
                        key.publicDer(),
                        key.publicPem().getBytes(StandardCharsets.UTF_8),
                        key.publicPem().strip().getBytes(StandardCharsets.UTF_8),
                        RsaKey.keySet(List.of(key)).getBytes(StandardCharsets.UTF_8))
                .map(secret -> Jwt.symmetric(key, secret, claims))
                .toList();
    }

    private static Map<String, Object> visit(String subjectId, Duration lifetime) {
        return visit(VISITOR_ISSUER, AUDIENCE, subjectId, lifetime);
    }

    private static Map<String, Object> visit(
            String issuer, String audience, String subjectId, Duration lifetime) {
        Map<String, Object> claims = common(issuer, audience, anonymousId(subjectId), lifetime);
        claims.put("sid", UUID.randomUUID().toString());
        return claims;
    }

    private static Map<String, Object> common(
            String issuer, String audience, String subject, Duration lifetime) {
        Instant end = Instant.now().plus(lifetime);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", audience);
        claims.put("sub", subject);
        claims.put("iat", end.minus(LIFETIME).minusSeconds(1).getEpochSecond());
        claims.put("exp", end.getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    /** Made when first needed: drawing a key takes a moment. */
    private static final class ForeignKey {
        static final RsaKey KEY = RsaKey.generate();
    }
}
