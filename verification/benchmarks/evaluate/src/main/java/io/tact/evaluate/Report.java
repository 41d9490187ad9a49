package io.tact.evaluate;

import io.tact.evaluate.Measured.Sums;
import java.io.PrintStream;
import java.util.List;

/** Prints a row for each of those that were measured. */
final class Report {
    private static final String HEAD = "%-26s %8s  %-24s  %-24s  %-24s %8s %8s";

    private Report() {}

    static List<Measured> sessions(List<Measured> all, PrintStream out) {
        out.printf(
                HEAD + "%n", "", "queries", "HR@20", "MRR@20", "NDCG@20", "coverage", "pop.bias");
        all.forEach(one -> out.println(common(one)));
        return all;
    }

    static List<Measured> baskets(List<Measured> all, PrintStream out) {
        out.printf(
                HEAD + " %8s %8s%n",
                "",
                "queries",
                "cHit@10",
                "cMRR@10",
                "cNDCG@10",
                "coverage",
                "pop.bias",
                "fill",
                "same kind");
        for (Measured one : all) {
            out.printf(
                    "%s %8.4f %8.4f%n",
                    common(one), one.sums().fillRate(), one.sums().alikeShare());
        }
        return all;
    }

    private static String common(Measured one) {
        return "%-26s %8d  %-24s  %-24s  %-24s %8.4f %8.4f"
                .formatted(
                        one.name(),
                        one.sums().queries(),
                        one.interval(Sums::hitRate),
                        one.interval(Sums::meanReciprocalRank),
                        one.interval(Sums::meanGain),
                        one.coverage(),
                        one.popularity());
    }
}
