package io.tact.consent.banner;

import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a banner's request proves.
 *
 * @param visitors the browser, by all that it shows
 * @param account who is logged in there by now
 */
public record Speaker(List<IdentityKey> visitors, Optional<Account> account) {
    public Speaker {
        visitors = visitors.stream().distinct().toList();
    }

    /**
     * @param since when they logged in
     */
    public record Account(IdentityKey key, Instant since) {}

    public Speaker with(IdentityKey visitor) {
        return new Speaker(Stream.concat(Stream.of(visitor), visitors.stream()).toList(), account);
    }

    public List<IdentityKey> all() {
        return Stream.concat(visitors.stream(), account.map(Account::key).stream()).toList();
    }

    /** Banners send late what was said earlier, maybe by whoever used the browser before. */
    boolean loggedInAfter(Optional<Instant> givenAt) {
        return account.isPresent() && givenAt.filter(account.get().since()::isAfter).isPresent();
    }
}
