package io.tact.recommendation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemDocumentTest {
    private static final String TENT =
            """
            {"itemId": "tent-1", "title": "Fjord Tent", "productType": "tent", "category": "Outdoor",
             "price": {"amount": 99.95, "currency": "EUR"}, "image": "/pictures/tent-1.svg", "url": "/products/tent-1"}""";

    private final ObjectMapper json = new ObjectMapper();
    private ObjectNode tent = json.createObjectNode();

    @BeforeEach
    void readTent() throws Exception {
        tent = (ObjectNode) json.readTree(TENT);
    }

    @Test
    void whatIsNotSaidIsAsUsual() throws Exception {
        Item item = item();

        assertThat(item.available()).isTrue();
        assertThat(item.consumable()).isFalse();
        assertThat(item.isSensitive()).isFalse();
        assertThat(item.variantGroup()).isNull();
    }

    @Test
    void documentOfAnItemIsThatItem() throws Exception {
        tent.put("variantGroup", "fjord").putObject("attributes").put("color", "red");
        Item item = item();

        assertThat(ItemDocument.of(item).item()).isEqualTo(item);
    }

    @ParameterizedTest
    @ValueSource(strings = {"itemId", "title", "productType", "category", "price", "image", "url"})
    void missingFieldIsNamed(String field) {
        tent.remove(field);

        assertThatThrownBy(this::item).hasMessage(field + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "itemId, 'a b'",
        "itemId, ''",
        "itemId, '../x'",
        "title, ' '",
        "image, 'javascript:alert(1)'",
        "image, '//elsewhere.example/x.png'",
        "url, 'x\"y'",
        "url, 'http:// x'",
        "url, '/\\elsewhere.example'"
    })
    void valueThatWouldDoHarmIsNamed(String field, String value) {
        tent.put(field, value);

        assertThatThrownBy(this::item)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @CsvSource({"-0.01, EUR", "1.00001, EUR", "1000000000, EUR", "1, eur", "1, EURO"})
    void priceIsMoney(String amount, String currency) {
        tent.putObject("price")
                .put("amount", new java.math.BigDecimal(amount))
                .put("currency", currency);

        assertThatThrownBy(this::item).hasMessageContaining("price.");
    }

    @Test
    void emptyAttributeIsNamed() {
        tent.putObject("attributes").putNull("color");

        assertThatThrownBy(this::item).hasMessage("attributes.color is missing");
    }

    private Item item() throws Exception {
        return json.treeToValue(tent, ItemDocument.class).item();
    }
}
