package io.tact.storefront.upstream;

/** The head of an answer did not come in time, or nobody was there. */
public final class ServiceAway extends Exception {
    private static final long serialVersionUID = 1;

    ServiceAway(Service service, String cause) {
        super(service.segment() + "-service did not answer: " + cause);
    }
}
