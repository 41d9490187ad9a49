package io.tact.localstack.importing.goods;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.localstack.importing.history.SoldProduct;
import io.tact.localstack.world.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoldGoodsTest {
    private static final ShopKinds NO_TABLE = new ShopKinds(null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WHITE HANGING HEART T-LIGHT HOLDER|White Hanging Heart T-Light Holder",
                "SET OF 3 CAKE TINS PANTRY DESIGN|Set of 3 Cake Tins Pantry Design",
                "RECORD FRAME 7\" SINGLE SIZE|Record Frame 7\" Single Size",
                "  DOLLY   GIRL BEAKER. |Dolly Girl Beaker",
                "POPPY'S PLAYHOUSE BEDROOM|Poppy's Playhouse Bedroom",
                "Hand-made Box|Hand-made Box",
            })
    void titlesDoNotShout(String description, String title) {
        assertThat(Titles.readable(description)).isEqualTo(title);
    }

    @Test
    void aKindIsTheWordInWhichMostDescriptionsEnd() {
        List<SoldGoods> goods =
                SoldGoods.of(
                        Stream.of(
                                        "JUMBO BAG RED RETROSPOT",
                                        "LUNCH BAG",
                                        "SHOPPER BAG",
                                        "RED RETROSPOT BOWLS",
                                        "BOWL WITH FISH",
                                        "BLUE",
                                        "")
                                .map(text -> product(text + "-code", text))
                                .toList(),
                        NO_TABLE);

        assertThat(goods)
                .extracting(SoldGoods::kind)
                .containsExactly("bag", "bag", "bag", "bowl", "bowl", "blue", "other");
    }

    @Test
    void coloursOfOneNumberAreVariantsIfTheyAreOfOneKind() {
        List<SoldGoods> goods =
                SoldGoods.of(
                        List.of(
                                product("84997A", "GREEN CUTLERY"),
                                product("84997B", "RED CUTLERY"),
                                product("84997C", "BLUE MUG"),
                                product("22423", "CAKESTAND"),
                                product("84123X", "LONE PLATE")),
                        NO_TABLE);

        assertThat(goods)
                .extracting(SoldGoods::variantGroup)
                .containsExactly("84997-cutlery", "84997-cutlery", null, null, null);
        assertThat(goods)
                .extracting(SoldGoods::colour)
                .containsExactly("green", "red", "blue", null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST",
                "D",
                "M",
                "m",
                "DOT",
                "BANK CHARGES",
                "AMAZONFEE",
                "S",
                "CRUK",
                "C2",
                "PADS",
                "B",
                "gift_0001_20"
            })
    void withoutATableTheUsualFeesAreNoProducts(String code) {
        assertThat(NO_TABLE.isProduct(code)).isFalse();
        assertThat(NO_TABLE.isProduct("85123" + code.charAt(0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a b", "-x", ".hidden", "ä", "%2e%2e", "", "a/b"})
    void anIdIsFitForAddressesAndFileNames(String code) {
        assertThat(ItemIds.of(code)).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,120}").isNotEqualTo(code);
        assertThat(ItemIds.of(code))
                .isEqualTo(ItemIds.of(code))
                .isNotEqualTo(ItemIds.of(code + "!"));
        assertThat(ItemIds.of("85123a")).isEqualTo("85123a");
    }

    @ParameterizedTest
    @CsvSource({
        "mug,Kitchen & Table",
        "christmas decoration,Seasonal",
        "napkin ring,Kitchen & Table",
        "finger ring,Jewellery & Fashion",
        "zither,More"
    })
    void kindsAreFiledByTheirWords(String kind, String category) {
        assertThat(new Departments().of(kind)).isEqualTo(category);
    }

    @Test
    void everyLookIsDrawn() {
        Looks looks = new Looks();

        Stream.concat(
                        Table.rows(Looks.class, "looks.txt").stream().map(row -> row.get(0)),
                        Stream.of("zither", "ocarina", "", "x"))
                .forEach(
                        kind ->
                                assertThat(looks.of("Red thing", kind).svg())
                                        .contains("<title>Red thing</title>"));
        assertThat(looks.of("Pink box", "box").colour())
                .isNotEqualTo(looks.of("Blue box", "box").colour());
    }

    private static SoldProduct product(String code, String description) {
        return new SoldProduct(code, description, BigDecimal.ONE);
    }
}
