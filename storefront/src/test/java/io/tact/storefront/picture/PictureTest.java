package io.tact.storefront.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.storefront.ShopTest;
import io.tact.storefront.fake.FakeWorld;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeWorld.class)
class PictureTest extends ShopTest {

    @Test
    void aPictureComesFromTheFolder() {
        HttpResponse<String> picture = ann.get("/pictures/tent-1.svg");

        assertThat(picture.body()).isEqualTo("<svg>the tent</svg>");
        assertThat(picture.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
        assertThat(picture.headers().firstValue("Cache-Control")).hasValue("public, max-age=3600");
        assertThat(picture.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    }

    @Test
    void aMissingPictureIsDrawnNeutral() {
        HttpResponse<String> one = ann.get("/pictures/mat-1.svg");
        HttpResponse<String> other = ann.get("/pictures/mat-2.svg");

        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.body()).startsWith("<svg").isNotEqualTo(other.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pictures/../secret.svg",
                "/pictures/..%2fsecret.svg",
                "/pictures/%2e%2e%2fsecret.svg",
                "/pictures/..%5csecret.svg",
                "/pictures/%2fetc%2fpasswd",
                "/pictures/leads-out.svg",
                "/pictures/.svg",
                "/pictures/tent-1.svg%00.svg",
                "/pictures/tent-1",
                "/pictures/",
            })
    void nothingOutsideTheFolderIsGivenOut(String path) {
        HttpResponse<String> answer = ann.get(path);

        assertThat(answer.body()).doesNotContain("not for you", "root:");
    }
}
