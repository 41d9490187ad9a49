package io.tact.proof.entry;

import io.tact.proof.Checked;
import java.util.List;

/** Somebody answered. What, is known to whoever can open the commitment. */
public record Said(Commitment commitment) implements Leaf {
    static final String KIND = "tact.said.v1";

    static Checked<Said> parse(List<String> lines) {
        return lines.size() == 1
                ? Commitment.parse(lines.get(0)).map(Said::new)
                : Checked.refused(KIND + " has one line more, not " + lines.size());
    }

    @Override
    public String text() {
        return KIND + "\n" + commitment + "\n";
    }
}
