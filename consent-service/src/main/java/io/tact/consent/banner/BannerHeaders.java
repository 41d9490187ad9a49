package io.tact.consent.banner;

import io.tact.consent.client.ConsentSeq;
import io.tact.consent.consents.Consent;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What goes with an answer to a banner. It is for the shop's server, which keeps it there. */
public final class BannerHeaders {
    /** The optional purposes that hold now, of those that banners ask for. */
    public static final String GRANTED = "Consent-Granted";

    private BannerHeaders() {}

    public static <T> ResponseBuilder<T> add(
            ResponseBuilder<T> response, Consent consent, boolean privacySignal) {
        response.header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(GRANTED, BannerPurposes.granted(consent.answers(), privacySignal));
        consent.shown().ifPresent(seq -> response.header(ConsentSeq.HEADER, seq));
        return response;
    }
}
