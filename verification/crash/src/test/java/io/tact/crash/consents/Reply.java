package io.tact.crash.consents;

import java.util.List;

/** What a client knows after it has sent a statement. */
sealed interface Reply {
    /** Committed, says the service. */
    record Acknowledged(List<Version> versions) implements Reply {}

    /** Committed or not: nobody has said. */
    record NotKnown(String why) implements Reply {}

    /** Never to be repeated, and never to be had from a load that is well-formed. */
    record Refused(String why) implements Reply {}
}
