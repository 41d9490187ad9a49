package io.tact.consent.speaker;

import io.tact.consent.answer.Statement;
import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a request proves.
 *
 * @param visitors the browser, by all that it shows
 * @param account who is logged in there by now
 */
public record Speaker(List<IdentityKey> visitors, Optional<Account> account) {
    public Speaker {
        visitors = visitors.stream().distinct().toList();
    }

    /** One of whom no more is known. */
    public static Speaker alone(IdentityKey key) {
        return new Speaker(List.of(key), Optional.empty());
    }

    /**
     * @param since when they logged in
     * @param tooYoung to allow anything; neither the age nor this is kept
     */
    public record Account(IdentityKey key, Instant since, boolean tooYoung) {}

    /** What some of them said. */
    public record Part(List<IdentityKey> keys, Statement said) {}

    public Speaker with(IdentityKey visitor) {
        return new Speaker(Stream.concat(Stream.of(visitor), visitors.stream()).toList(), account);
    }

    public Speaker withoutBrowser() {
        return new Speaker(List.of(), account);
    }

    /** The account first, as in what a request proves. */
    public List<IdentityKey> all() {
        return Stream.concat(account.map(Account::key).stream(), visitors.stream()).toList();
    }

    public boolean isTooYoung() {
        return account.filter(Account::tooYoung).isPresent();
    }

    /**
     * Who can have said what of it. Of what was said before the account logged in, a no is the
     * account's as well; a yes is not: somebody else may have had the browser then. Whoever is too
     * young says no.
     *
     * @param inABrowser or else in an app that shows nothing but the account's own token
     */
    public List<Part> parts(Statement statement, boolean inABrowser) {
        Statement said = isTooYoung() ? statement.refusing() : statement;
        if (!inABrowser || !isBeforeLogin(said)) {
            return List.of(new Part(all(), said));
        }
        var parts = new ArrayList<Part>();
        said.noes()
                .ifPresent(
                        noes ->
                                account.ifPresent(
                                        own -> parts.add(new Part(List.of(own.key()), noes))));
        if (!visitors.isEmpty()) {
            parts.add(new Part(visitors, said));
        }
        return parts;
    }

    private boolean isBeforeLogin(Statement said) {
        return account.isPresent()
                && said.givenAt().filter(account.get().since()::isAfter).isPresent();
    }
}
