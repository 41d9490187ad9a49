package io.tact.consent.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What people were shown, as it was. */
@ApplicationScoped
public class ShowNotice {
    private final CurrentNotices notices;
    private final NoticeStore store;

    ShowNotice(CurrentNotices notices, NoticeStore store) {
        this.notices = notices;
        this.store = store;
    }

    Optional<RegisteredNotice> version(String id, String version) {
        return notices.now().find(id, version);
    }

    Uni<Optional<NoticeText>> text(String id, String version, String language) {
        return store.text(id, version, language);
    }

    /** By its hash. Empty also where what stands there is not what it was. */
    public Uni<Optional<NoticeText>> text(String hash) {
        byte[] sha256 = HexFormat.of().parseHex(hash);
        return store.text(sha256)
                .map(found -> found.filter(text -> Arrays.equals(text.sha256(), sha256)));
    }
}
