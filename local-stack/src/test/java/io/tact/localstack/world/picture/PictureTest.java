package io.tact.localstack.world.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.localstack.world.DemoWorld;
import io.tact.localstack.world.Product;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

class PictureTest {
    @Test
    void everyProductHasASmallWellFormedPictureWithItsTitle() throws Exception {
        for (Product product :
                DemoWorld.generate(DemoWorld.DEFAULT_SEED, Instant.EPOCH).products()) {
            String svg = product.picture().svg();

            Document document = parsed(svg);
            assertThat(document.getDocumentElement().getAttribute("viewBox"))
                    .isEqualTo("0 0 400 400");
            assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(product.title());
            assertThat(document.getElementsByTagName("path").getLength())
                    .as(product.id())
                    .isGreaterThanOrEqualTo(3);
            assertThat(svg.getBytes(UTF_8).length).as(product.id()).isLessThan(3_000);
        }
    }

    @Test
    void variantsOfAModelDifferInColourOnly() {
        Picture red = new Picture("Tent", "tent", "#C94A43", 0, null);
        Picture blue = new Picture("Tent", "tent", "#86B7D8", 0, null);

        assertThat(shapes(red))
                .isEqualTo(shapes(blue))
                .isNotEqualTo(shapes(new Picture("Tent", "tent", "#C94A43", 1, null)));
        assertThat(red.svg()).isNotEqualTo(blue.svg());
    }

    @ParameterizedTest
    @MethodSource
    void aTitleCannotBreakOutOfItsElement(String drawing) throws Exception {
        String title = "Salt & Pepper </title><script>alert(\"1\")</script> {main} $1";

        Document document = parsed(new Picture(title, drawing, "#C94A43", 0, null).svg());

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(title);
    }

    static Stream<String> aTitleCannotBreakOutOfItsElement() {
        return Picture.GENERIC.stream();
    }

    @Test
    void anUnknownDrawingIsNamed() {
        Picture picture = new Picture("Piano", "piano", "#C94A43", 0, null);

        assertThatThrownBy(picture::svg).hasMessageContaining("piano");
    }

    private static String shapes(Picture picture) {
        return picture.svg().replaceAll("#[0-9A-F]{6}", "");
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    }
}
