package io.tact.profile.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.profile.source.Ground;
import io.tact.profile.source.Source;
import io.tact.profile.source.SourceKind;
import org.junit.jupiter.api.Test;

class EventIdTest {
    private static final Source WEB = new Source("web", SourceKind.BROWSER, Ground.CONSENT);
    private static final Source ERP = new Source("erp", SourceKind.SERVER, Ground.CONTRACT);

    @Test
    void idIsTheDigestOfSourceAndMessage() {
        // printf 'erp:m1' | openssl dgst -sha256 -binary | basenc --base64url | cut -c1-22
        assertThat(EventId.of(ERP, "m1", null).value()).isEqualTo("bWe4IrdvWOWHY_zXRSsKpZ");
        assertThat(EventId.of(ERP, "m1", "a1")).isEqualTo(EventId.of(ERP, "m1", null));
    }

    @Test
    void browserCannotUseUpTheMessageIdsOfAnother() {
        assertThat(EventId.of(WEB, "m1", "a1")).isNotEqualTo(EventId.of(WEB, "m1", "a2"));
        assertThat(EventId.of(WEB, "m1", "a1")).isEqualTo(EventId.of(WEB, "m1", "a1"));
    }

    @Test
    void sourcesDoNotShareMessageIds() {
        assertThat(EventId.of(ERP, "m1", null)).isNotEqualTo(EventId.of(WEB, "m1", null));
    }
}
