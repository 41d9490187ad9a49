package io.tact.consent.client.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller of the request that is being answered, for injection into resources. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;
    private @Nullable String client;

    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("There is a caller only while a request is answered");
        }
        return caller;
    }

    /**
     * @throws SubjectRequired if the request proves nobody
     */
    public Caller required() {
        Caller known = get();
        if (known.isStranger()) {
            throw new SubjectRequired();
        }
        return known;
    }

    /**
     * Whose program is asking: the party to which the customer's token was issued ({@code azp}).
     * Empty where no token says so.
     */
    public Optional<String> client() {
        return Optional.ofNullable(client);
    }

    void set(Caller known, @Nullable String by) {
        caller = known;
        client = by;
    }
}
