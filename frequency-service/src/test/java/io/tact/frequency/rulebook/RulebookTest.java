package io.tact.frequency.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.frequency.campaign.Campaign;
import io.tact.frequency.campaign.Campaign.Kind;
import io.tact.frequency.campaign.Creative;
import io.tact.frequency.cap.Cap;
import io.tact.frequency.cap.CapRule;
import io.tact.frequency.cap.Label;
import io.tact.frequency.cap.LabelPattern;
import io.tact.frequency.cap.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulebookTest {
    private static final Creative FIXED =
            new Creative.Fixed("x", Optional.empty(), Optional.empty(), "/");
    private static final Campaign BASKET =
            campaign("left-in-basket", Kind.PERSONAL, 80, new Creative.Item());
    private static final Campaign SPRING = campaign("spring", Kind.CONTEXTUAL, 10, FIXED);
    private static final Campaign AUTUMN = campaign("autumn", Kind.CONTEXTUAL, 10, FIXED);
    private static final Campaign LOYAL = campaign("loyal", Kind.PERSONAL, 50, FIXED);

    @Test
    void higherPriorityWinsThenScoreThenOrderThenName() {
        Rulebook rulebook = rulebook(List.of(), BASKET, SPRING, AUTUMN, LOYAL);

        List<Candidate> candidates =
                rulebook.candidates(
                        "home.hero",
                        List.of(
                                asked("left-in-basket", "lamp-3", 1),
                                asked("left-in-basket", "tent-1", 2),
                                new Asked("loyal", Optional.empty(), 0)));

        assertThat(candidates)
                .extracting(
                        candidate ->
                                candidate.campaign().id()
                                        + candidate.item().map(item -> " " + item).orElse(""))
                .containsExactly(
                        "left-in-basket tent-1",
                        "left-in-basket lamp-3",
                        "loyal",
                        "autumn",
                        "spring");
    }

    @Test
    void onlyContextualCampaignsWithAFixedCreativeCompeteUnasked() {
        Rulebook rulebook =
                rulebook(
                        List.of(),
                        BASKET,
                        SPRING,
                        LOYAL,
                        campaign("shelf", Kind.CONTEXTUAL, 90, new Creative.Item()));

        assertThat(rulebook.candidates("home.hero", List.of()))
                .extracting(candidate -> candidate.campaign().id())
                .containsExactly("spring");
    }

    @Test
    void whatIsUnknownEndedElsewhereOrWithoutItsItemDoesNotCompete() {
        Campaign ended =
                new Campaign(
                        "ended", Kind.PERSONAL, 1, List.of("home.hero"), Set.of(), false, FIXED);
        Rulebook rulebook = rulebook(List.of(), BASKET, ended);

        assertThat(
                        rulebook.candidates(
                                "home.hero",
                                List.of(
                                        asked("nobody", "tent-1", 0),
                                        asked("ended", "tent-1", 0),
                                        new Asked("left-in-basket", Optional.empty(), 0))))
                .isEmpty();
        assertThat(
                        rulebook.candidates(
                                "checkout.side", List.of(asked("left-in-basket", "tent-1", 0))))
                .isEmpty();
    }

    @Test
    void impressionCarriesItsCampaignPlacementProductAndTheCampaignsOwnLabels() {
        Rulebook rulebook = rulebook(List.of(rule("product:*", 1, "P1D")), BASKET);

        Candidate candidate =
                rulebook.candidates("home.hero", List.of(asked("left-in-basket", "tent-1", 0)))
                        .get(0);

        assertThat(candidate.labels())
                .containsExactlyInAnyOrder(
                        Label.GLOBAL,
                        Label.campaign("left-in-basket"),
                        Label.placement("home.hero"),
                        Label.product("tent-1"),
                        new Label("channel:site"));
        assertThat(candidate.rules())
                .extracting(Cap::label)
                .containsExactly(Label.product("tent-1"));
    }

    @Test
    void personCapsNeedMarketingAndSessionCapsDoNot() {
        assertThat(spring(rule("campaign:spring", 3, "P1D")).needsMarketing()).isTrue();
        assertThat(spring(rule("global", 3, "lifetime")).needsMarketing()).isTrue();
        assertThat(spring(rule("campaign:spring", 3, "session")).needsMarketing()).isFalse();
        assertThat(spring(rule("campaign:autumn", 3, "P1D")).needsMarketing()).isFalse();
        assertThat(spring(rule("campaign:spring", 0, "P1D")).needsMarketing())
                .as("blocked is blocked for everybody")
                .isFalse();
    }

    private static Candidate spring(CapRule rule) {
        return rulebook(List.of(rule), SPRING).candidates("home.hero", List.of()).get(0);
    }

    private static Asked asked(String campaign, String item, double score) {
        return new Asked(campaign, Optional.of(item), score);
    }

    private static CapRule rule(String label, int limit, String window) {
        return new CapRule("test/1", new LabelPattern(label), limit, Window.parse(window));
    }

    private static Campaign campaign(String id, Kind kind, int priority, Creative creative) {
        return new Campaign(
                id,
                kind,
                priority,
                List.of("home.hero"),
                Set.of(new Label("channel:site")),
                true,
                creative);
    }

    private static Rulebook rulebook(List<CapRule> rules, Campaign... campaigns) {
        return new Rulebook(
                1,
                Stream.of(campaigns).collect(Collectors.toMap(Campaign::id, Function.identity())),
                rules,
                new LabelNumbers(Map.of(), Map.of()));
    }
}
