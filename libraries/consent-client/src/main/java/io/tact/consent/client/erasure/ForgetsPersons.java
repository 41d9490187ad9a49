package io.tact.consent.client.erasure;

import java.util.List;

/**
 * What a service does about an erasure. Every erasure there ever was comes again at each start, and
 * after any trouble; whoever has answered one before finds nothing left to do.
 */
public interface ForgetsPersons {
    /**
     * Waits until it is done, on the one thread that reads the topic.
     *
     * @param erasures that came together, in the order of the topic
     * @throws RuntimeException if it is not done; all of the topic will be read again
     */
    void forget(List<Erasure> erasures);
}
