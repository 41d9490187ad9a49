package io.tact.localstack.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person with tastes.
 *
 * @param subjectId what the person's browser keeps secret
 * @param userId for those who have an account
 * @param allowsObserving whether they allow {@code experience} and {@code measurement}; of the
 *     others only orders may be known
 * @param thrift above 1 for those who look for what is cheap
 */
public record Shopper(
        String subjectId,
        @Nullable String userId,
        boolean allowsObserving,
        Map<String, Double> categories,
        String favouriteVariant,
        double thrift) {
    private static final double HAVE_AN_ACCOUNT = 0.7;
    private static final double ALLOW_OBSERVING = 0.75;

    static Shopper of(long seed, int number, List<Kind> kinds, Dice dice) {
        return new Shopper(
                digest("tact-demo-shopper:%d:%d".formatted(seed, number)),
                dice.chance(HAVE_AN_ACCOUNT) ? "shopper-%05d".formatted(number) : null,
                dice.chance(ALLOW_OBSERVING),
                kinds.stream()
                        .map(Kind::category)
                        .distinct()
                        .collect(toMap(category -> category, category -> dice.factor())),
                dice.pick(dice.pick(kinds).variants()).name(),
                dice.factor());
    }

    double interest(Kind kind) {
        return kind.appeal() * categories.getOrDefault(kind.category(), 1.0);
    }

    double liking(Product product) {
        Kind.PriceRange range = product.kind().price();
        double colour = product.variant().name().equals(favouriteVariant) ? 3 : 1;
        double cheapness = range.to() / (product.price().doubleValue() + range.from());
        return product.appeal() * colour * Math.pow(cheapness, thrift - 1);
    }

    /** Made of the subject id in the same way as by consent-service. */
    public String anonymousId() {
        return digest("tact-anonymous:" + subjectId).substring(0, 22);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
