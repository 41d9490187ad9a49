package io.tact.consent.consents;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.consent.answer.Unrecordable;
import io.tact.consent.answer.Unrecordable.ImplausibleTime;
import io.tact.consent.answer.Unrecordable.NecessaryRefused;
import io.tact.consent.answer.Unrecordable.NotAlone;
import io.tact.consent.answer.Unrecordable.NotAsked;
import io.tact.consent.answer.Unrecordable.NotShown;
import io.tact.consent.answer.Unrecordable.NothingSaid;
import io.tact.consent.answer.Unrecordable.NoticeNotInForce;
import io.tact.consent.answer.Unrecordable.NoticeSuperseded;
import io.tact.consent.answer.Unrecordable.UnknownPurpose;
import io.tact.consent.client.web.Problems;
import io.tact.consent.consents.Recording.Damaged;
import io.tact.consent.consents.Recording.Recorded;

/** Why a statement was not recorded, in the same words at every door. */
public final class StatementProblems {
    private StatementProblems() {}

    public static HttpProblem of(Unrecordable why) {
        if (why instanceof UnknownPurpose unknown) {
            String name =
                    unknown.name().matches("[\\w:-]{1,60}") ? unknown.name() : "one of the names";
            return unprocessable(
                    "purpose-unknown",
                    "Nobody is asked for this purpose",
                    "There is no purpose " + name + "; GET /v1/purposes lists them.");
        }
        if (why instanceof NecessaryRefused) {
            return unprocessable(
                    "necessary-not-refusable",
                    "necessary cannot be refused",
                    "The shop cannot be had without it. Leave it out.");
        }
        if (why instanceof NothingSaid) {
            return unprocessable(
                    "answers-empty",
                    "No optional purpose is answered",
                    "Send at least one answer; GET /v1/purposes lists the purposes.");
        }
        if (why instanceof ImplausibleTime time) {
            return unprocessable(
                    "given-at-implausible",
                    "givenAt cannot be true",
                    "It is not between " + time.earliest() + " and " + time.latest() + ".");
        }
        return ofNotice(why);
    }

    private static HttpProblem ofNotice(Unrecordable why) {
        if (why instanceof NotAsked notAsked) {
            return unprocessable(
                    "purpose-not-in-notice",
                    "The notice does not ask for this purpose",
                    "Nobody can agree to "
                            + notAsked.purpose().name()
                            + " who was not asked for it: show a notice that does.");
        }
        if (why instanceof NotShown notShown) {
            return unprocessable(
                    "notice-required",
                    "Nobody can agree to this without its text",
                    "Name the registered notice that asked for "
                            + notShown.purpose().name()
                            + "; GET /v1/purposes has it.");
        }
        if (why instanceof NotAlone notAlone) {
            return unprocessable(
                    "sensitive-not-alone",
                    "A protected category needs a yes of its own",
                    "Send the yes to " + notAlone.purpose().name() + " in a request of its own.");
        }
        if (why instanceof NoticeNotInForce soon) {
            return unprocessable(
                    "notice-not-in-force",
                    "This version of the notice is not in force yet",
                    "It counts from " + soon.from() + " on.");
        }
        if (why instanceof NoticeSuperseded superseded) {
            return unprocessable(
                    "notice-superseded",
                    "A later notice asks for more",
                    "Show "
                            + superseded.id()
                            + ", version "
                            + superseded.version()
                            + ", or one that says as much.");
        }
        return unprocessable(
                "notice-unknown",
                "There is no such version of this notice, or not in this language",
                "Register it first: POST /v1/notices.");
    }

    /**
     * @throws HttpProblem where nothing was recorded
     */
    public static Consent unlessRecorded(Recording recording) {
        if (recording instanceof Recorded recorded) {
            return recorded.consent();
        }
        if (recording instanceof Damaged) {
            throw Problems.of(
                    500,
                    "record-damaged",
                    "What was recorded before was tampered with",
                    "Nothing optional is allowed until it is restored. The shop was told; write to its privacy officer.");
        }
        throw unprocessable(
                "idempotency-key-reused",
                "The Idempotency-Key belongs to another request",
                "It came with another body before. Send a new key with a new statement.");
    }

    private static HttpProblem unprocessable(String slug, String title, String detail) {
        return Problems.of(422, slug, title, detail);
    }
}
