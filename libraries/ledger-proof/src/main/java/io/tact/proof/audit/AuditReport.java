package io.tact.proof.audit;

import java.util.List;
import java.util.OptionalLong;

/**
 * What an audit ends with.
 *
 * @param entries that have an index
 * @param firstBadIndex of all findings that have one
 * @param total how many findings there were
 * @param findings those with the lowest indexes first, {@value Findings#MOST} at most
 * @param remarks what is allowed, and worth a look
 */
public record AuditReport(
        long entries,
        OptionalLong firstBadIndex,
        long total,
        List<Finding> findings,
        List<String> remarks) {

    public AuditReport {
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }

    public boolean isClean() {
        return total == 0;
    }
}
