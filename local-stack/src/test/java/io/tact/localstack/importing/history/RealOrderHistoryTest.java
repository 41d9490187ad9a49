package io.tact.localstack.importing.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tact.localstack.importing.goods.ShopKinds;
import io.tact.localstack.importing.goods.SoldGoods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** UCI Online Retail (D. Chen, 2015, CC BY 4.0), where it lies beside the checkout. */
class RealOrderHistoryTest {
    private static final Path DATA =
            Path.of(System.getProperty("tact.root", "."), "../shared/data/online-retail");
    private static final Path ORDERS = DATA.resolve("orders-until-cut.tsv.gz");

    @Test
    void allOfOnlineRetailIsRead() throws IOException {
        assumeTrue(Files.exists(ORDERS), () -> "skipped: there is no " + ORDERS);
        ShopKinds kinds = new ShopKinds(KindTable.read(DATA.resolve("kinds.tsv")));

        LineRules rules = new LineRules(kinds::isProduct, Instant.now());
        Survey survey = Survey.of(ORDERS, rules, bytes -> {});

        assertThat(survey.tally().lines()).isEqualTo(476_466);
        assertThat(survey.tally().invoices()).isEqualTo(23_310);
        assertThat(survey.tally().bad()).isZero();
        assertThat(survey.tally().skipped(Reading.Reason.CANCELLED)).isEqualTo(8_461);
        assertThat(survey.tally().skipped(Reading.Reason.NOTHING_BOUGHT)).isEqualTo(1_245);
        assertThat(survey.tally().skipped(Reading.Reason.NO_PRICE)).isEqualTo(1_097);
        assertThat(survey.tally().skipped(Reading.Reason.NO_PRODUCT)).isEqualTo(2_201);
        assertThat(survey.tally().bought()).isEqualTo(463_462);
        assertThat(survey.linesOfInvoice()).hasSize(17_688);
        assertThat(handedOut(survey, rules)).isEqualTo(463_462);
        List<SoldGoods> goods = SoldGoods.of(survey.products(), kinds);
        assertThat(goods).hasSize(3_877);
        assertThat(goods.stream().map(SoldGoods::id)).doesNotHaveDuplicates();
        assertThat(goods.stream().map(SoldGoods::category).distinct()).hasSizeLessThanOrEqualTo(11);
    }

    private static long handedOut(Survey survey, LineRules rules) throws IOException {
        long lines = 0;
        Set<String> numbers = new HashSet<>();
        try (Invoices invoices = new Invoices(ORDERS, rules, survey)) {
            for (Invoice invoice = invoices.next(); invoice != null; invoice = invoices.next()) {
                assertThat(numbers.add(invoice.number())).isTrue();
                lines += invoice.lines().size();
            }
        }
        return lines;
    }
}
