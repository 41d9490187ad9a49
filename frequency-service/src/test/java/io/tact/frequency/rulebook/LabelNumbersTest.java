package io.tact.frequency.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.frequency.campaign.Campaign;
import io.tact.frequency.campaign.Campaign.Kind;
import io.tact.frequency.campaign.Creative;
import io.tact.frequency.cap.Label;
import io.tact.frequency.rulebook.LabelNumbers.Match;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelNumbersTest {
    private static final Label SITE = new Label("channel:site");
    private static final LabelNumbers NUMBERS =
            new LabelNumbers(
                    Map.of(
                            1, Set.of(Label.campaign("spring")),
                            2, Set.of(Label.campaign("spring"), SITE),
                            524_287, Set.of(Label.campaign("autumn"), SITE)),
                    Map.of("home.hero", 4_095, "product.side", 1));

    @Test
    void impressionIsFoundByEachOfItsLabelsAndNoOther() {
        long what = NUMBERS.what(candidate("autumn", "home.hero"), Integer.MAX_VALUE);

        assertThat(what).isPositive();
        assertThat(carries(what, Label.GLOBAL, 0)).isTrue();
        assertThat(carries(what, Label.campaign("autumn"), 0)).isTrue();
        assertThat(carries(what, SITE, 0)).isTrue();
        assertThat(carries(what, Label.placement("home.hero"), 0)).isTrue();
        assertThat(carries(what, Label.product("x"), Integer.MAX_VALUE)).isTrue();
        assertThat(carries(what, Label.campaign("spring"), 0)).isFalse();
        assertThat(carries(what, Label.placement("product.side"), 0)).isFalse();
        assertThat(carries(what, Label.product("y"), 1)).isFalse();
        assertThat(NUMBERS.labels(what))
                .containsExactlyInAnyOrder(
                        Label.GLOBAL, Label.campaign("autumn"), SITE, Label.placement("home.hero"));
    }

    @Test
    void campaignIsOneLabelOverAllItsRevisions() {
        assertThat(NUMBERS.match(Label.campaign("spring"), 0).values())
                .containsExactlyInAnyOrder(1L << 44, 2L << 44);
    }

    private static boolean carries(long what, Label label, int item) {
        Match match = NUMBERS.match(label, item);
        return match.values().contains(what & match.mask());
    }

    private static Candidate candidate(String campaign, String placement) {
        return new Candidate(
                new Campaign(
                        campaign,
                        Kind.PERSONAL,
                        1,
                        List.of(placement),
                        Set.of(SITE),
                        true,
                        new Creative.Item()),
                placement,
                Optional.empty(),
                Set.of(),
                List.of());
    }
}
