package io.tact.consent.notice;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.DataSource;
import io.tact.consent.purpose.Language;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Notices and their texts; nothing of them is ever changed. */
@ApplicationScoped
class NoticeStore {
    private static final String COUNT = "select count(*) from notice";

    private static final String ALL =
            """
            select n.*, (
                select json_object_agg(t.language, encode(t.sha256, 'hex')) from notice_text t
                where t.notice_id = n.id and t.version = n.version
            ) as texts
            from notice n order by seq""";

    /** One at a time: what is wider depends on what was there before. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('notice'))";

    private static final String INSERT =
            """
            insert into notice (id, version, sources, widens, wider, in_force_from)
            values ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(secs => $6))""";

    private static final String INSERT_TEXT =
            "insert into notice_text (sha256, notice_id, version, language, text) values ($1, $2, $3, $4, $5)";

    private static final String TEXT_BY_HASH =
            "select language, text from notice_text where sha256 = $1";

    private static final String TEXT_BY_NAME =
            "select language, text from notice_text where notice_id = $1 and version = $2 and language = $3";

    private final Pool database;

    NoticeStore(Pool database) {
        this.database = database;
    }

    Uni<Long> count() {
        return database.preparedQuery(COUNT)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<KnownNotices> all() {
        return database.preparedQuery(ALL).execute().map(NoticeStore::notices);
    }

    /** Until the transaction ends nobody else registers one. */
    Uni<KnownNotices> allLocked(SqlConnection connection) {
        return connection
                .preparedQuery(LOCK)
                .execute()
                .chain(locked -> connection.preparedQuery(ALL).execute())
                .map(NoticeStore::notices);
    }

    Uni<Void> add(
            SqlConnection connection,
            NoticeVersion notice,
            Set<Purpose> wider,
            Duration delay,
            List<NoticeText> texts) {
        var row =
                Tuple.tuple()
                        .addString(notice.id())
                        .addString(notice.version())
                        .addJsonObject(json(notice.sources()))
                        .addArrayOfString(names(notice.widens()))
                        .addArrayOfString(names(wider))
                        .addDouble(delay.toMillis() / 1_000.0);
        List<Tuple> rows =
                texts.stream()
                        .map(
                                text ->
                                        Tuple.of(
                                                Buffer.buffer(text.sha256()),
                                                notice.id(),
                                                notice.version(),
                                                text.language(),
                                                text.text()))
                        .toList();
        return connection
                .preparedQuery(INSERT)
                .execute(row)
                .chain(inserted -> connection.preparedQuery(INSERT_TEXT).executeBatch(rows))
                .replaceWithVoid();
    }

    Uni<Optional<NoticeText>> text(byte[] sha256) {
        return text(TEXT_BY_HASH, Tuple.of(Buffer.buffer(sha256)));
    }

    Uni<Optional<NoticeText>> text(String id, String version, String language) {
        return text(TEXT_BY_NAME, Tuple.of(id, version, language));
    }

    private Uni<Optional<NoticeText>> text(String query, Tuple name) {
        return database.preparedQuery(query)
                .execute(name)
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(
                                                row ->
                                                        new NoticeText(
                                                                row.getString("language"),
                                                                row.getString("text")))
                                        .findFirst());
    }

    private static KnownNotices notices(Iterable<Row> rows) {
        return new KnownNotices(
                StreamSupport.stream(rows.spliterator(), false).map(NoticeStore::notice).toList());
    }

    private static RegisteredNotice notice(Row row) {
        return new RegisteredNotice(
                row.getString("id"),
                row.getString("version"),
                sources(row.getJsonObject("sources")),
                purposes(row.getArrayOfStrings("wider")),
                row.getOffsetDateTime("in_force_from").toInstant(),
                hashes(row.getJsonObject("texts")));
    }

    private static JsonObject json(Map<Purpose, Set<DataSource>> sources) {
        var json = new JsonObject();
        sources.forEach(
                (purpose, from) ->
                        json.put(
                                purpose.name(),
                                new JsonArray(from.stream().map(DataSource::word).toList())));
        return json;
    }

    private static Map<Purpose, Set<DataSource>> sources(JsonObject json) {
        var sources = new HashMap<Purpose, Set<DataSource>>();
        for (String purpose : json.fieldNames()) {
            sources.put(
                    new Purpose(purpose),
                    json.getJsonArray(purpose).stream()
                            .map(word -> DataSource.of(word.toString()).orElseThrow())
                            .collect(Collectors.toSet()));
        }
        return sources;
    }

    private static Map<Language, String> hashes(JsonObject texts) {
        var hashes = new HashMap<Language, String>();
        for (Language language : Language.values()) {
            Optional.ofNullable(texts.getString(language.tag()))
                    .ifPresent(hash -> hashes.put(language, hash));
        }
        return hashes;
    }

    private static Set<Purpose> purposes(String[] names) {
        return Arrays.stream(names).map(Purpose::new).collect(Collectors.toSet());
    }

    private static String[] names(Collection<Purpose> purposes) {
        return purposes.stream().map(Purpose::name).sorted().toArray(String[]::new);
    }
}
