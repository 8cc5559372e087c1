package fr.mentoratdurgence.reporting.webhooks;

import fr.mentoratdurgence.platform.MomentColumns;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of addresses and deliveries. */
class WebhookBook {
    private static final String ROW = """
        select h.*, (select count(*) from webhook_delivery d where d.webhook = h.webhook and d.delivered_at is null)
            as waiting from webhook h
        """;

    private final JdbcClient db;
    private final PersonalDataCipher secrets;

    /** @param secrets seals what signs */
    WebhookBook(JdbcClient db, PersonalDataCipher secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    boolean add(String webhook, String partner, String url, List<String> kinds, String secret, Instant now) {
        return db.sql("""
            insert into webhook(webhook, partner, url, kinds, secret_sealed, created_at)
            values (?, ?, ?, ?, ?, ?) on conflict (partner, url) do nothing\
            """)
                        .params(
                                webhook,
                                partner,
                                url,
                                kinds.toArray(String[]::new),
                                secrets.seal(secret, webhook),
                                Timestamp.from(now))
                        .update()
                == 1;
    }

    List<WebhookRow> of(String partner) {
        return db.sql(ROW + "where h.partner = ? order by h.created_at, h.webhook")
                .param(partner)
                .query(WebhookBook::row)
                .list();
    }

    List<WebhookRow> all() {
        return db.sql(ROW + "order by h.created_at, h.webhook limit 500")
                .query(WebhookBook::row)
                .list();
    }

    Optional<WebhookRow> find(String webhook) {
        return db.sql(ROW + "where h.webhook = ?")
                .param(webhook)
                .query(WebhookBook::row)
                .optional();
    }

    /** The same, until the transaction ends nobody else's. */
    Optional<WebhookRow> take(String webhook) {
        return db.sql("select webhook from webhook where webhook = ? for update")
                .param(webhook)
                .query(String.class)
                .optional()
                .flatMap(this::find);
    }

    /** Those of who declared the need that wanted this kind before it happened. */
    List<String> hearing(HeardKind kind, String need, Instant happenedAt) {
        return db.sql("""
            select h.webhook from webhook h
            where :kind = any(h.kinds) and h.created_at <= :at and h.partner = (
                select f.actor from history f
                where f.subject = :need and f.type = 'needs.need-declared.v1' limit 1)
            order by h.webhook\
            """)
                .param("kind", kind.name())
                .param("need", need)
                .param("at", Timestamp.from(happenedAt))
                .query(String.class)
                .list();
    }

    String secret(String webhook) {
        return secrets.open(
                db.sql("select secret_sealed from webhook where webhook = ?")
                        .param(webhook)
                        .query(String.class)
                        .single(),
                webhook);
    }

    void remove(String webhook) {
        db.sql("delete from webhook where webhook = ?").param(webhook).update();
    }

    /** The number of the delivery; nothing where this fact stands there already. */
    Optional<Long> tell(String webhook, String fact, HeardKind kind, Instant at, String content) {
        return db.sql("""
            insert into webhook_delivery(webhook, fact, kind, told_at, content) values (?, ?, ?, ?, ?)
            on conflict do nothing returning number\
            """)
                .params(webhook, fact, kind.name(), Timestamp.from(at), content)
                .query(Long.class)
                .optional();
    }

    Optional<DeliveryRow> next(String webhook) {
        return db.sql("""
            select * from webhook_delivery where webhook = ? and delivered_at is null
            order by number limit 1\
            """).param(webhook).query(WebhookBook::delivery).optional();
    }

    /** The last ones, the newest first. */
    List<DeliveryRow> last(String webhook, int most) {
        return db.sql("select * from webhook_delivery where webhook = ? order by number desc limit ?")
                .params(webhook, most)
                .query(WebhookBook::delivery)
                .list();
    }

    void tried(long number, int status, Instant at, boolean arrived) {
        db.sql("""
            update webhook_delivery set attempts = attempts + 1, last_status = ?, last_at = ?, delivered_at = ?
            where number = ?\
            """)
                .param(status)
                .param(Timestamp.from(at))
                .param(arrived ? Timestamp.from(at) : null)
                .param(number)
                .update();
    }

    void works(String webhook) {
        db.sql("""
            update webhook set failures = 0, failing_since = null, next_at = null, paused_at = null
            where webhook = ? and (failures > 0 or paused_at is not null)\
            """).param(webhook).update();
    }

    void fails(String webhook, Instant now, Instant nextAt, boolean paused) {
        db.sql("""
            update webhook set failures = failures + 1, failing_since = coalesce(failing_since, ?),
                next_at = ?, paused_at = ? where webhook = ?\
            """)
                .param(Timestamp.from(now))
                .param(Timestamp.from(nextAt))
                .param(paused ? Timestamp.from(now) : null)
                .param(webhook)
                .update();
    }

    /** A number that tells this wake from all others of the address. */
    int wake(String webhook) {
        return db.sql("update webhook set wakes = wakes + 1 where webhook = ? returning wakes")
                .param(webhook)
                .query(Integer.class)
                .single();
    }

    /** Deliveries that arrived before. */
    void forget(String webhook, Instant before) {
        db.sql("delete from webhook_delivery where webhook = ? and delivered_at < ?")
                .params(webhook, Timestamp.from(before))
                .update();
    }

    private static WebhookRow row(ResultSet row, int number) throws SQLException {
        return new WebhookRow(
                row.getString("webhook"),
                row.getString("partner"),
                row.getString("url"),
                List.of((String[]) row.getArray("kinds").getArray()),
                MomentColumns.instant(row, "created_at"),
                row.getInt("failures"),
                MomentColumns.maybe(row, "failing_since"),
                MomentColumns.maybe(row, "next_at"),
                MomentColumns.maybe(row, "paused_at"),
                row.getInt("waiting"));
    }

    private static DeliveryRow delivery(ResultSet row, int number) throws SQLException {
        @Nullable Integer status = row.getObject("last_status", Integer.class);
        return new DeliveryRow(
                row.getLong("number"),
                row.getString("fact"),
                row.getString("kind"),
                MomentColumns.instant(row, "told_at"),
                row.getString("content"),
                row.getInt("attempts"),
                MomentColumns.maybe(row, "last_at"),
                status,
                MomentColumns.maybe(row, "delivered_at"));
    }
}
