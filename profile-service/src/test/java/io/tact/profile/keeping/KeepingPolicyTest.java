package io.tact.profile.keeping;

import static io.tact.consent.client.Purpose.CROSS_DEVICE;
import static io.tact.consent.client.Purpose.EXPERIENCE;
import static io.tact.consent.client.Purpose.IDENTITY_LINK;
import static io.tact.consent.client.Purpose.MARKETING;
import static io.tact.consent.client.Purpose.MEASUREMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.profile.event.EventId;
import io.tact.profile.event.EventTimes;
import io.tact.profile.event.EventType;
import io.tact.profile.event.StatedConsent;
import io.tact.profile.event.Subject;
import io.tact.profile.event.TrackedEvent;
import io.tact.profile.identity.IdentityType;
import io.tact.profile.identity.NamedIdentity;
import io.tact.profile.keeping.Answers.Awaited;
import io.tact.profile.keeping.Answers.Known;
import io.tact.profile.keeping.Answers.Missing;
import io.tact.profile.keeping.Judgement.Kept;
import io.tact.profile.keeping.Judgement.Refused;
import io.tact.profile.keeping.Judgement.Undecided;
import io.tact.profile.source.Ground;
import io.tact.profile.source.Source;
import io.tact.profile.source.SourceKind;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeepingPolicyTest {
    private static final Source WEB = new Source("web", SourceKind.BROWSER, Ground.CONSENT);
    private static final Source ERP = new Source("erp", SourceKind.SERVER, Ground.CONTRACT);
    private static final Source HISTORY = new Source("history", SourceKind.SERVER, Ground.CONSENT);
    private static final NamedIdentity ANN =
            NamedIdentity.of(
                    IdentityType.USER_ID,
                    "ann",
                    new IdentityKeys("0123456789abcdef0123456789abcdef"));
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Known NOTHING = granted();
    private static final KeepingPolicy POLICY =
            new KeepingPolicy(
                    new Retention(
                            Map.of("marketing", Period.ofMonths(6)),
                            Period.ofMonths(13),
                            Period.ofYears(10)));

    @Test
    void onlyWhatWasGrantedIsAPurpose() {
        var live = granted(EXPERIENCE, MEASUREMENT, IDENTITY_LINK);

        assertThat(POLICY.judge(viewed(), WEB, live))
                .isEqualTo(new Kept(Set.of(EXPERIENCE, MEASUREMENT), Ground.CONSENT));
    }

    @Test
    void noGrantNoEvent() {
        assertThat(POLICY.judge(viewed(), WEB, NOTHING)).isEqualTo(new Refused());
        assertThat(POLICY.judge(viewed(), ERP, NOTHING))
                .as("the contract covers orders, not looking around")
                .isEqualTo(new Refused());
    }

    @Test
    void linkingAloneIsNoReasonToKeepAnything() {
        var live = granted(IDENTITY_LINK, CROSS_DEVICE);

        assertThat(POLICY.judge(viewed(), WEB, live)).isEqualTo(new Refused());
    }

    @ParameterizedTest
    @EnumSource(Missing.class)
    void notKnowingIsNoRefusal(Missing missing) {
        var awaited = new Awaited(ANN.key(), missing);

        assertThat(POLICY.judge(viewed(), WEB, awaited)).isEqualTo(new Undecided(awaited));
    }

    @Test
    void orderUnderContractIsAlwaysKeptAndUsedOnlyAsFarAsItIsAllowed() {
        assertThat(POLICY.judge(order(), ERP, NOTHING))
                .isEqualTo(new Kept(Set.of(), Ground.CONTRACT));
        assertThat(POLICY.judge(order(), ERP, new Awaited(ANN.key(), Missing.LEASE)))
                .isEqualTo(new Kept(Set.of(), Ground.CONTRACT));
        assertThat(POLICY.judge(order(), ERP, granted(MARKETING)))
                .isEqualTo(new Kept(Set.of(MARKETING), Ground.CONTRACT));
    }

    @Test
    void orderUnderConsentNeedsIt() {
        assertThat(POLICY.judge(order(), HISTORY, NOTHING)).isEqualTo(new Refused());
    }

    @Test
    void whatAnEventSaysOfItsConsentIsBelievedOfAServerUnderConsentOnly() {
        TrackedEvent stating =
                event(
                        "Product Viewed",
                        new StatedConsent(Set.of(EXPERIENCE, IDENTITY_LINK), Set.of()));

        assertThat(POLICY.judge(stating, HISTORY, NOTHING))
                .isEqualTo(new Kept(Set.of(EXPERIENCE), Ground.CONSENT));
        assertThat(POLICY.judge(stating, HISTORY, new Awaited(ANN.key(), Missing.LEASE)))
                .as("history needs no lease")
                .isEqualTo(new Kept(Set.of(EXPERIENCE), Ground.CONSENT));
        assertThat(POLICY.judge(stating, WEB, NOTHING)).isEqualTo(new Refused());
        assertThat(POLICY.judge(stating, ERP, NOTHING)).isEqualTo(new Refused());
    }

    @Test
    void statedRefusalIsNotRaisedByALaterGrant() {
        TrackedEvent stating = event("Product Viewed", new StatedConsent(Set.of(), Set.of()));

        assertThat(POLICY.judge(stating, HISTORY, granted(EXPERIENCE))).isEqualTo(new Refused());
    }

    @Test
    void anybodysNoNarrowsWhatTheLedgerSays() {
        TrackedEvent stating =
                event("Product Viewed", new StatedConsent(Set.of(MARKETING), Set.of(EXPERIENCE)));

        assertThat(POLICY.judge(stating, WEB, granted(EXPERIENCE, MEASUREMENT)))
                .isEqualTo(new Kept(Set.of(MEASUREMENT), Ground.CONSENT));
        assertThat(POLICY.judge(stating, WEB, granted(EXPERIENCE))).isEqualTo(new Refused());
    }

    @Test
    void whatHappenedTooLongAgoForAPurposeIsNotKeptForIt() {
        var live = granted(EXPERIENCE, MARKETING);

        assertThat(POLICY.judge(viewed(Instant.parse("2025-07-31T12:00:00.000001Z")), WEB, live))
                .isEqualTo(new Kept(Set.of(EXPERIENCE, MARKETING), Ground.CONSENT));
        assertThat(POLICY.judge(viewed(Instant.parse("2025-07-31T12:00:00Z")), WEB, live))
                .isEqualTo(new Kept(Set.of(EXPERIENCE), Ground.CONSENT));
        assertThat(POLICY.judge(viewed(Instant.parse("2024-12-31T12:00:00Z")), WEB, live))
                .isEqualTo(new Refused());
    }

    @Test
    void anOrderIsKeptAsLongAsTheContractSays() {
        assertThat(
                        POLICY.judge(
                                event(
                                        "Order Completed",
                                        null,
                                        Instant.parse("2016-01-31T12:00:00.001Z")),
                                ERP,
                                granted(EXPERIENCE)))
                .isEqualTo(new Kept(Set.of(), Ground.CONTRACT));
        assertThat(
                        POLICY.judge(
                                event(
                                        "Order Completed",
                                        null,
                                        Instant.parse("2016-01-31T12:00:00Z")),
                                ERP,
                                granted(EXPERIENCE)))
                .isEqualTo(new Refused());
    }

    private static Known granted(Purpose... purposes) {
        return new Known(Permissions.of(Set.of(purposes)));
    }

    private static TrackedEvent viewed() {
        return event("Product Viewed", null);
    }

    private static TrackedEvent order() {
        return event("Order Completed", null);
    }

    private static TrackedEvent viewed(Instant at) {
        return event("Product Viewed", null, at);
    }

    private static TrackedEvent event(String name, @Nullable StatedConsent stated) {
        return event(name, stated, NOW);
    }

    private static TrackedEvent event(String name, @Nullable StatedConsent stated, Instant at) {
        return new TrackedEvent(
                new EventId("x"),
                "m1",
                EventType.TRACK,
                name,
                new Subject(ANN, ANN, null, null, null, null),
                EventTimes.of(SourceKind.SERVER, at, null, null, NOW),
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                Optional.ofNullable(stated));
    }
}
