package io.tact.proof.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.proof.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceJsonTest {
    private static final SignedEntries LEDGER = new SignedEntries(13);
    private static final String BUNDLE = EvidenceJson.of(LEDGER.evidence(3L, 5L)).toString();

    @Test
    void bundleReadsAsItWasWritten() {
        Evidence read = evidence(BUNDLE).orElseThrow();

        assertThat(read.checkpoint()).isEqualTo(LEDGER.checkpoint());
        assertThat(read.entries())
                .usingRecursiveComparison()
                .isEqualTo(LEDGER.evidence(3L, 5L).entries());
        assertThat(read.verify(LEDGER.key().verifierKey(), SignedEntries.ORIGIN))
                .isInstanceOf(Checked.Valid.class);
    }

    @Test
    void whatAServiceAddsIsKeptAndProvesNothing() {
        String with =
                BUNDLE.replaceFirst(
                        "\\{", "{\"purpose\":\"marketing\",\"at\":\"2026-03-01T00:00:00Z\",");

        assertThat(evidence(with)).isInstanceOf(Checked.Valid.class);
        assertThat(EvidenceJson.parse(with).orElseThrow().with(LEDGER.evidence(1L)).toString())
                .contains("\"purpose\" : \"marketing\"", "\"index\" : 1");
    }

    @Test
    void proofWithoutInclusionOpensAndIsNoEvidence() {
        String proof = BUNDLE.replace("\"inclusion\"", "\"elsewhere\"");

        assertThat(EvidenceJson.parse(proof).then(EvidenceJson::opened).orElseThrow()).hasSize(2);
        assertThat(reason(evidence(proof))).contains("it has no 'inclusion'");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "tact.evidence.v1 | tact.evidence.v2 | not 'tact.evidence.v1'",
                "\"format\" | \"form\" | it has no 'format'",
                "\"checkpoint\" | \"check\" | it has no 'checkpoint'",
                "\"entries\" | \"entry\" | it has no 'entries'",
                "\"index\" : 5 | \"index\" : \"5\" | 'index' is a whole number, not STRING",
                "\"index\" : 5 | \"index\" : 5.5 | 'index' is a whole number, not NUMBER",
                "\"index\" : 5 | \"index\" : 9223372036854775808 | 'index' is a whole number",
                "\"index\" : 5 | \"index\" : 5, \"index\" : 5 | Duplicate field 'index'",
                "\"body\" | \"text\" | it has no 'body'",
                "\"nonce\" : \" | \"nonce\" : \"* | is not base64",
                "\"inclusion\" : [ | \"inclusion\" : [ 7, | a hash is a text, not NUMBER",
                "\"inclusion\" : [ | \"inclusion\" : [ \"AAAA\", | 32 bytes, not 3",
            })
    void whatIsWrongIsSaid(String part, String instead, String reason) {
        assertThat(BUNDLE).contains(part);

        assertThat(reason(evidence(BUNDLE.replace(part, instead)))).contains(reason);
    }

    @Test
    void whatIsNoJsonObjectIsRefused() {
        for (String text : new String[] {"", "[]", "7", "null", BUNDLE + "{}", "{\"format\":"}) {
            assertThat(reason(evidence(text))).contains("the bundle is n");
        }
    }

    @Test
    void bodyReadsAsTheServiceWritesIt() {
        EntryBody body = EntryBody.parse(SignedEntries.body(4)).orElseThrow();

        assertThat(body.version()).isEqualTo(5);
        assertThat(body.said()).containsEntry("marketing", true).containsEntry("experience", false);
        assertThat(body.after().get("marketing")).hasToString("granted 2026-03-01T09:59:58Z");
        assertThat(body.notice()).hasValue(new EntryBody.Notice("banner", "7", "de"));
        assertThat(EntryBody.parse(SignedEntries.body(4).replace(":true", ":7")))
                .isInstanceOf(Checked.Refused.class);
    }

    private static Checked<Evidence> evidence(String text) {
        return EvidenceJson.parse(text).then(EvidenceJson::evidence);
    }

    private static String reason(Checked<Evidence> checked) {
        assertThat(checked).isInstanceOf(Checked.Refused.class);
        return ((Checked.Refused<Evidence>) checked).reason();
    }
}
