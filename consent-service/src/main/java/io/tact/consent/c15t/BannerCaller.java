package io.tact.consent.c15t;

import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.web.Problems;
import io.tact.consent.visitor.BannerId;
import org.jspecify.annotations.Nullable;

/**
 * What a banner's request proves.
 *
 * @param banner of the visitor whose id it shows
 */
record BannerCaller(Caller caller, BannerId id, IdentityKey banner) {

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if nobody can have been given this id
     */
    static BannerCaller of(@Nullable String shown, Caller caller, IdentityKeys keys) {
        BannerId id =
                BannerId.parse(shown == null ? "" : shown)
                        .orElseThrow(
                                () ->
                                        Problems.of(
                                                422,
                                                "banner-id-refused",
                                                "This is no id that c15t makes",
                                                "It is sub_ and 20 bytes in base 58, 12 of them random. Let c15t make a new one: remove what it has stored in the browser."));
        return new BannerCaller(caller, id, keys.of(id.visitor()));
    }

    boolean hasNoToken() {
        return caller.isStranger();
    }
}
