package io.tact.consent.audit;

import io.tact.consent.ServiceUnderTest;

/** A database in which nobody else's test has tampered. */
public class LedgerOfItsOwn extends ServiceUnderTest {}
