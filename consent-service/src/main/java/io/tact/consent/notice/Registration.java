package io.tact.consent.notice;

import io.tact.consent.notice.plain.Fault;
import java.util.List;

/** How registering ended. */
sealed interface Registration {
    /** It is kept; also where it was before. */
    record Registered(RegisteredNotice notice) implements Registration {}

    /** It is not said plainly, and not kept. */
    record NotPlain(List<Fault> faults) implements Registration {}

    /** There is another text under this name. */
    record Taken() implements Registration {}
}
