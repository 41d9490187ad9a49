package io.tact.consent.client.caller;

import jakarta.enterprise.context.RequestScoped;

/**
 * The id of the request that is being answered; goes into the outbox, and so into {@code
 * ce_requestid}.
 */
@RequestScoped
public class RequestId {
    private String id = "none";

    public String get() {
        return id;
    }

    void set(String given) {
        id = given;
    }
}
