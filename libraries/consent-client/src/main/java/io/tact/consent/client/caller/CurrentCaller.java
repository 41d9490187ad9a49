package io.tact.consent.client.caller;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The caller of the request that is being answered, for injection into resources. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;

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

    void set(Caller known) {
        caller = known;
    }
}
