package io.tact.storefront.shopper;

/** All that the shop keeps in a browser beside the log-in session. The privacy page lists them. */
public enum Kept {
    /** The banner's secret. */
    SUBJECT("tact-subject"),
    /** The visitor token of consent-service. */
    VISITOR("tact-visitor"),
    /** The consent versions that this browser was shown. */
    CONSENT_SEQ("tact-consent-seq"),
    BASKET("tact-basket"),
    /** The order of the thank-you page. */
    ORDER("tact-order"),
    LANGUAGE("tact-language");

    private final String plainName;

    Kept(String plainName) {
        this.plainName = plainName;
    }

    /** Under TLS a name that no other host and no plain page can set. */
    public String cookieName(boolean secure) {
        return secure ? "__Host-" + plainName : plainName;
    }
}
