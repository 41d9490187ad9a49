package io.tact.proof;

/** What verifying a proof ends with. */
public sealed interface Verdict {
    Verdict HOLDS = new Holds();

    static Verdict broken(String reason) {
        return new Broken(reason);
    }

    /** The statement is true, as far as the hashes that it was checked against are. */
    record Holds() implements Verdict {}

    /**
     * Nothing was proved.
     *
     * @param reason what was expected and what was found, for a person to read
     */
    record Broken(String reason) implements Verdict {}
}
