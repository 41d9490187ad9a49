package io.tact.consent.notice.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tact.consent.client.Purpose;
import io.tact.consent.notice.plain.Fault.Rule;
import io.tact.consent.purpose.DataSource;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.Notice;
import io.tact.consent.purpose.PurposeText;
import io.tact.consent.purpose.PurposeTexts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlainWordsTest {
    private final PlainWords plainWords = new PlainWords(PurposeTexts.in(Language.EN).names());

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWeAskOurselvesIsPlain(Language language) {
        assertThat(plainWords.faults(language, PurposeTexts.in(language))).isEmpty();
    }

    @Test
    void textThatGoesOnIsRefused() {
        String goesOn = "We look at each page that you view here in the shop. ".repeat(8);

        Fault fault = only(Language.EN, "experience", Set.of(DataSource.BROWSING), goesOn);

        assertThat(fault.rule()).isEqualTo(Rule.TEXT_TOO_LONG);
        assertThat(fault.detail()).contains("at most 80");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | We look at what you view here, at what you put into the list, at how long you stay on each page, and at what you do then.
                    DE | Wir sehen uns an, was Sie hier ansehen, was Sie auf die Liste setzen, wie lange Sie auf jeder Seite sind, und was Sie dann noch alles tun.
                    """)
    void sentenceThatGoesOnIsNamed(Language language, String sentence) {
        Fault fault =
                only(language, "experience", Set.of(DataSource.BROWSING), "Kurz. " + sentence);

        assertThat(fault.rule()).isEqualTo(Rule.SENTENCE_TOO_LONG);
        assertThat(fault.sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | We utilise behavioural information regarding your visits for the facilitation of individualised communications.
                    EN | Processing of visit information is conducted pursuant to applicable statutory authorisations.
                    DE | Die Verarbeitung personenbezogener Besuchsinformationen erfolgt zur Bereitstellung interessenbezogener Inhalte.
                    DE | Unter Berücksichtigung datenschutzrechtlicher Bestimmungen verarbeiten wir Besuchsinformationen.
                    """)
    void sentenceThatOnlyLawyersReadIsNamed(Language language, String sentence) {
        Fault fault = only(language, "experience", Set.of(DataSource.BROWSING), sentence);

        assertThat(fault.rule()).isEqualTo(Rule.HARD_TO_READ);
        assertThat(fault.sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | measurement | We count which pages you use and show you adverts for them. | marketing
                    EN | marketing   | We choose offers by what you view, and recommend what goes with it. | experience
                    EN | experience  | We look at what you view, also on your other devices. | cross_device
                    DE | measurement | Wir zählen, welche Seiten Sie nutzen, und zeigen Ihnen Werbung dazu. | marketing
                    DE | marketing   | Wir wählen aus, was zu Ihren Besuchen passt, und empfehlen es. | experience
                    DE | experience  | Wir sehen uns an, was Sie ansehen, auch auf Ihren anderen Geräten. | cross_device
                    """)
    void sentenceThatAsksForTwoPurposesIsNamed(
            Language language, String purpose, String sentence, String other) {
        Fault fault = only(language, purpose, Set.of(DataSource.BROWSING), sentence);

        assertThat(fault.rule()).isEqualTo(Rule.TWO_PURPOSES);
        assertThat(fault.sentence()).isEqualTo(sentence);
        assertThat(fault.detail()).endsWith("speaks of " + other + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | MICROPHONE  | We listen to what you say. | We use the microphone to hear what you say.
                    EN | THIRD_PARTY | We learn what you like.    | Other companies tell us what you like.
                    EN | LOCATION    | We show what is near.      | We use your location to show what is near.
                    DE | MICROPHONE  | Wir hören Ihnen zu.        | Wir nutzen das Mikrofon und hören Ihnen zu.
                    DE | THIRD_PARTY | Wir wissen, was Sie mögen. | Andere Firmen sagen uns, was Sie mögen.
                    DE | LOCATION    | Wir zeigen, was nah ist.   | Wir nutzen Ihren Standort und zeigen, was nah ist.
                    """)
    void sourceThatIsNotNamedIsRefused(
            Language language, DataSource source, String silent, String named) {
        Fault fault = only(language, "experience", Set.of(source), silent);

        assertThat(fault.rule()).isEqualTo(Rule.SOURCE_NOT_NAMED);
        assertThat(fault.sentence()).isEqualTo(silent);
        assertThat(fault.detail()).contains(source.word());
        assertThat(faults(language, "experience", Set.of(source), named)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | MICROPHONE  | We use the microphone to hear what you say.
                    EN | CAMERA      | We use the camera to see your room.
                    EN | CONTACTS    | We use your contacts to find your friends.
                    EN | THIRD_PARTY | Other companies tell us what you like.
                    EN | LOCATION    | We use your location to show what is near.
                    DE | MICROPHONE  | Wir nutzen das Mikrofon und hören Ihnen zu.
                    DE | CAMERA      | Wir nutzen die Kamera und sehen Ihr Zimmer.
                    DE | CONTACTS    | Wir nutzen Ihr Adressbuch und finden Freunde.
                    DE | THIRD_PARTY | Andere Firmen sagen uns, was Sie mögen.
                    DE | LOCATION    | Wir nutzen Ihren Standort und zeigen, was nah ist.
                    """)
    void sourceThatIsNamedAndNotDeclaredIsRefused(
            Language language, DataSource source, String named) {
        String both =
                named
                        + (language == Language.DE
                                ? " Wir sehen, was Sie ansehen."
                                : " We see what you view.");

        Fault fault = only(language, "experience", Set.of(DataSource.BROWSING), both);

        assertThat(fault.rule()).isEqualTo(Rule.SOURCE_NOT_DECLARED);
        assertThat(fault.sentence()).isEqualTo(named);
        assertThat(fault.detail()).contains(source.word());
        assertThat(faults(language, "experience", Set.of(DataSource.BROWSING, source), both))
                .isEmpty();
    }

    @Test
    void whatPeopleGetHidesNoSource() {
        var text = text("We see what you view.", "Your location finds it.", "Then not.");

        assertThat(plainWords.faults(Language.EN, texts(Language.EN, text)))
                .extracting(Fault::rule, Fault::sentence)
                .containsExactly(tuple(Rule.SOURCE_NOT_DECLARED, "Your location finds it."));
    }

    @Test
    void whatIsLeftAloneAfterANoMayBeNamed() {
        var text = text("We see what you view.", "It is good.", "We do not use your location.");

        assertThat(plainWords.faults(Language.EN, texts(Language.EN, text))).isEmpty();
    }

    private static PurposeText text(String whatWeDo, String whatYouGet, String ifYouSayNo) {
        return new PurposeText(
                Purpose.EXPERIENCE,
                Set.of(DataSource.BROWSING),
                "Title",
                whatWeDo,
                whatYouGet,
                ifYouSayNo);
    }

    @Test
    void textWithoutASentenceIsRefused() {
        var nothing =
                new PurposeText(
                        Purpose.EXPERIENCE, Set.of(DataSource.BROWSING), "…", "…", "-", "!");

        assertThat(plainWords.faults(Language.EN, texts(Language.EN, nothing))).hasSize(1);
    }

    private Fault only(
            Language language, String purpose, Set<DataSource> sources, String whatWeDo) {
        List<Fault> faults = faults(language, purpose, sources, whatWeDo);
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }

    private List<Fault> faults(
            Language language, String purpose, Set<DataSource> sources, String whatWeDo) {
        var text =
                language == Language.DE
                        ? new PurposeText(
                                new Purpose(purpose),
                                sources,
                                "Titel",
                                whatWeDo,
                                "Das ist gut.",
                                "Dann nicht.")
                        : new PurposeText(
                                new Purpose(purpose),
                                sources,
                                "Title",
                                whatWeDo,
                                "It is good.",
                                "Then not.");
        return plainWords.faults(language, texts(language, text));
    }

    private static PurposeTexts texts(Language language, PurposeText text) {
        return new PurposeTexts(new Notice("a", "1", language.tag()), List.of(text));
    }
}
