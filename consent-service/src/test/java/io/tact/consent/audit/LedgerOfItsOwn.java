package io.tact.consent.audit;

import io.tact.consent.ServiceUnderTest;
import java.util.HashMap;
import java.util.Map;

/** A database in which nobody else's test has tampered. */
public class LedgerOfItsOwn extends ServiceUnderTest {
    /** Most of an audit's time goes into signatures, and hundreds of audits are to come. */
    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(super.start());
        settings.put("tact.ledger.every", "500MS");
        return settings;
    }
}
