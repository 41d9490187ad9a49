package io.tact.profile.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "context.device.microphone",
                "context.microphoneLevel",
                "properties.mic_recording",
                "properties.contacts",
                "traits.phone_contacts.name",
                "context.addressBook",
                "context.location.latitude",
                "context.location.longitude",
                "properties.userLat",
                "properties.gps_position",
                "properties.geo.coordinates",
                "context.preciseLocation",
                "audio-recording",
                "faceId"
            })
    void whatIntrudesIsNotOrdinary(String path) {
        assertThat(Collects.ORDINARY.covers(path(path))).isFalse();
        assertThat(Collects.of(List.of("context.*", "properties.*", "traits.*")).covers(path(path)))
                .isFalse();
        assertThat(Collects.of(List.of(path)).covers(path(path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "context.page.url",
                "context.location.city",
                "context.userAgentData.platform",
                "context.device.manufacturer",
                "properties.products.product_id",
                "properties.contact_email",
                "properties.camera",
                "properties.platform",
                "properties.latest",
                "properties.long",
                "properties.emotion",
                "traits.salon",
                "traits.address.street"
            })
    void whatShopsSendEveryDayIs(String path) {
        assertThat(Collects.ORDINARY.covers(path(path))).isTrue();
    }

    @Test
    void whoeverSaysWhatTheyCollectIsHeldToIt() {
        Collects some = Collects.of(List.of("context.page.*", "properties.product_id"));

        assertThat(some.covers(path("context.page.url"))).isTrue();
        assertThat(some.covers(path("properties.product_id"))).isTrue();
        assertThat(some.covers(path("properties.product_id.more"))).isTrue();
        assertThat(some.covers(path("properties.product"))).isFalse();
        assertThat(some.covers(path("context.pages.url"))).isFalse();
        assertThat(some.covers(path("traits.size"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", ".a", "a.", "*.a", "a*", "a.*.b"})
    void aPathIsNamesAndPerhapsAStar(String path) {
        assertThatThrownBy(() -> Collects.of(List.of(path)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("paths of fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"52.52000,13.40500", " -33.8688 ; 151.2093 "})
    void aPrecisePositionIsKnownByItsDegrees(String text) {
        assertThat(IntrusiveFields.holds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"52.5,13.4", "1,000", "12.345", "249.00, 251.00", "1.234.567,891"})
    void aPriceIsNoPosition(String text) {
        assertThat(IntrusiveFields.holds(text)).isFalse();
    }

    private static List<String> path(String path) {
        return List.of(path.split("\\."));
    }
}
