package io.tact.proof.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/** What was found so far. A database that is wrong everywhere must not fill the memory. */
final class Findings {
    static final int MOST = 1_000;

    private final List<Finding> found = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final TreeSet<Long> bad = new TreeSet<>();
    private long total;

    void add(String what, OptionalLong index, String expected, String actual) {
        total++;
        if (found.size() < MOST) {
            found.add(new Finding(what, index, expected, actual));
        }
        index.ifPresent(
                one -> {
                    bad.add(one);
                    if (bad.size() > MOST) {
                        bad.pollLast();
                    }
                });
    }

    void add(String what, long index, String expected, String actual) {
        add(what, OptionalLong.of(index), expected, actual);
    }

    void add(String what, String expected, String actual) {
        add(what, OptionalLong.empty(), expected, actual);
    }

    void remark(String remark) {
        if (remarks.size() < MOST) {
            remarks.add(remark);
        }
    }

    /** Whether an entry from start to before end is known to be bad. */
    boolean blames(long start, long end) {
        Long first = bad.ceiling(start);
        return first != null && first < end;
    }

    AuditReport report(long entries) {
        var sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingLong(finding -> finding.index().orElse(Long.MAX_VALUE)));
        return new AuditReport(
                entries,
                bad.isEmpty() ? OptionalLong.empty() : OptionalLong.of(bad.first()),
                total,
                sorted,
                remarks);
    }
}
