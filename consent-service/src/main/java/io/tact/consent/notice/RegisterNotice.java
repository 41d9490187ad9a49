package io.tact.consent.notice;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.ledger.Continuity;
import io.tact.consent.notice.Registration.NotPlain;
import io.tact.consent.notice.Registration.Registered;
import io.tact.consent.notice.Registration.Taken;
import io.tact.consent.notice.plain.Fault;
import io.tact.consent.notice.plain.PlainWords;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.PurposeTexts;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the texts of a version for ever, if they are plain. */
@ApplicationScoped
class RegisterNotice {
    private final Pool database;
    private final Continuity continuity;
    private final NoticeStore store;
    private final CurrentNotices notices;
    private final Duration wideningAfter;
    private final PlainWords plainWords = new PlainWords(PurposeTexts.in(Language.EN).names());

    RegisterNotice(
            Pool database,
            Continuity continuity,
            NoticeStore store,
            CurrentNotices notices,
            NoticeConfig config) {
        this.database = database;
        this.continuity = continuity;
        this.store = store;
        this.notices = notices;
        this.wideningAfter = config.wideningAfter();
    }

    /** The same version with the same texts may be registered again; nothing changes. */
    Uni<Registration> register(NoticeVersion notice) {
        List<Fault> faults =
                notice.texts().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(text -> plainWords.faults(text.getKey(), text.getValue()).stream())
                        .toList();
        if (!faults.isEmpty()) {
            return Uni.createFrom().item(new NotPlain(faults));
        }
        List<NoticeText> texts =
                notice.texts().values().stream().map(NoticeTextBody::written).toList();
        return database.withTransaction(connection -> keep(connection, notice, texts))
                .call(notices::refresh)
                .map(
                        taken ->
                                notices.now()
                                        .find(notice.id(), notice.version())
                                        .filter(kept -> !taken)
                                        .<Registration>map(Registered::new)
                                        .orElseGet(Taken::new));
    }

    /**
     * @return whether something else stands there
     */
    private Uni<Boolean> keep(
            SqlConnection connection, NoticeVersion notice, List<NoticeText> texts) {
        return store.allLocked(connection)
                .chain(
                        all ->
                                all.find(notice.id(), notice.version())
                                        .map(
                                                there ->
                                                        Uni.createFrom()
                                                                .item(!same(there, notice, texts)))
                                        .orElseGet(
                                                () ->
                                                        add(connection, notice, all, texts)
                                                                .replaceWith(false)));
    }

    private Uni<Void> add(
            SqlConnection connection,
            NoticeVersion notice,
            KnownNotices before,
            List<NoticeText> texts) {
        Set<Purpose> wider = notice.wider(before.latest(notice.id()));
        Duration delay = wider.isEmpty() ? Duration.ZERO : wideningAfter;
        return continuity
                .demand(connection)
                .chain(() -> store.add(connection, notice, wider, delay, texts));
    }

    /** What it widens was settled at first: nobody is asked anew because of a repetition. */
    private static boolean same(
            RegisteredNotice there, NoticeVersion notice, List<NoticeText> texts) {
        return there.wider().containsAll(notice.widens())
                && Set.copyOf(there.sha256().values())
                        .equals(texts.stream().map(NoticeText::hash).collect(Collectors.toSet()));
    }
}
