package io.tact.profile.reading;

import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose program is asking. A visitor's token comes from the shop's own pages. */
@ApplicationScoped
public class CurrentClient {
    private static final String VISITOR = "visitor";
    private static final String NOBODY = "";

    private final CurrentCaller caller;
    private final Clients clients;

    CurrentClient(CurrentCaller caller, Clients clients) {
        this.caller = caller;
        this.clients = clients;
    }

    /** Its name, if it is registered for that. */
    public String requireRegistered(Purpose purpose) {
        String name = name();
        if (!clients.isRegistered(name, purpose)) {
            throw Problems.of(
                    403,
                    "purpose-not-registered",
                    "This client may not read for this purpose",
                    "Whoever runs Tact registers clients and their purposes in TACT_READING_CLIENTS.");
        }
        return name;
    }

    private String name() {
        return caller.get().customer().isEmpty() ? VISITOR : caller.client().orElse(NOBODY);
    }
}
