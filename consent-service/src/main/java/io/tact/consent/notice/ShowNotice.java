package io.tact.consent.notice;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What people were shown, as it was. */
@ApplicationScoped
public class ShowNotice {
    private final CurrentNotices notices;
    private final NoticeStore store;
    private final InstantSource clock = InstantSource.system();

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

    /** With what people are asked now for protected categories; in another language if need be. */
    Uni<List<NoticeTextBody>> sensitive(Language language) {
        return Multi.createFrom()
                .iterable(notices.sensitive(clock.instant()).values())
                .onItem()
                .transformToUniAndConcatenate(notice -> text(notice.sha256(language)))
                .filter(Optional::isPresent)
                .map(found -> NoticeTextBody.read(found.orElseThrow().text()))
                .collect()
                .asList();
    }

    /** What people are asked now for a protected category; empty for any other purpose. */
    public Uni<Optional<NoticeText>> sensitive(Purpose purpose, Language language) {
        RegisteredNotice notice = notices.sensitive(clock.instant()).get(purpose);
        return notice == null
                ? Uni.createFrom().item(Optional.empty())
                : text(notice.sha256(language));
    }

    /** By its hash. Empty also where what stands there is not what it was. */
    public Uni<Optional<NoticeText>> text(String hash) {
        byte[] sha256 = HexFormat.of().parseHex(hash);
        return store.text(sha256)
                .map(found -> found.filter(text -> Arrays.equals(text.sha256(), sha256)));
    }
}
