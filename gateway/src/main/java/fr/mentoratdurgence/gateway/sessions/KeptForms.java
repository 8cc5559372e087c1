package fr.mentoratdurgence.gateway.sessions;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms that met an ended session: sealed, for a day, for one account in one browser. Nobody reads them here; their
 * content is only ever sent on to where it was going, when the same account asks for it.
 */
public final class KeptForms {
    /** How long a person has to log in again. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** How long the one who sent it is surely still the one who sits there. */
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private static final String MINE =
            "browser = ? and ((account = ? and kept_at > ?) or (? and open and kept_at > ?))";

    private static final Logger LOG = LoggerFactory.getLogger(KeptForms.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;
    /** For one account; the oldest go first. */
    private static final int MOST = 20;

    private final JdbcTemplate database;
    private final SessionSeal seal;
    private final Clock clock;

    /**
     * A form as it was sent.
     *
     * @param path with its query
     * @param type the Content-Type
     * @param body its bytes, each as the character of that number
     */
    public record Form(String path, String type, String body) {}

    /** That there is one. */
    public record Waiting(String id, Instant keptAt) {}

    KeptForms(JdbcTemplate database, SessionSeal seal, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Keeps a form for whoever was logged in when the page was opened.
     *
     * @param open whether it was going where nobody needs a login
     */
    public Mono<Void> keep(String browser, String account, boolean open, Form form) {
        return SealedSessions.blocking(() -> {
                    byte[] id = new byte[ID_BYTES];
                    RANDOM.nextBytes(id);
                    database.update(
                            "insert into gateway_kept_form(id, browser, account, open, form, kept_at)"
                                    + " values (?, ?, ?, ?, ?, ?)",
                            id,
                            SessionSeal.hash(browser),
                            account,
                            open,
                            seal.seal(id, JSON.writeValueAsBytes(form)),
                            now());
                    database.update(
                            "delete from gateway_kept_form where account = ? and id not in"
                                    + " (select id from gateway_kept_form where account = ? order by kept_at desc limit "
                                    + MOST + ")",
                            account,
                            account);
                    return true;
                })
                .then();
    }

    /**
     * What waits in this browser, oldest first: for this account, or, for somebody without, the open ones of just now.
     * Whoever sits at a shared computer may never have had the account of the session that ended there.
     */
    public Mono<List<Waiting>> waiting(String browser, Optional<String> account) {
        return SealedSessions.blocking(() -> database.query(
                "select id, kept_at from gateway_kept_form where " + MINE + " order by kept_at",
                (row, _) -> new Waiting(
                        HexFormat.of().formatHex(row.getBytes("id")),
                        row.getObject("kept_at", OffsetDateTime.class).toInstant()),
                mine(browser, account)));
    }

    /** One of them; empty for anybody else, after a day, and after a change of key. */
    public Mono<Form> find(String id, String browser, Optional<String> account) {
        return SealedSessions.blocking(() -> database
                        .query(
                                "select form from gateway_kept_form where " + MINE + " and id = ?",
                                (row, _) -> row.getBytes("form"),
                                with(id, mine(browser, account)))
                        .stream()
                        .findFirst())
                .flatMap(found -> Mono.justOrEmpty(found.map(content -> open(id, content))));
    }

    /** Forgets one that was sent, or that is wanted no more. */
    public Mono<Void> forget(String id, String browser, Optional<String> account) {
        return SealedSessions.blocking(() -> database.update(
                        "delete from gateway_kept_form where " + MINE + " and id = ?",
                        with(id, mine(browser, account))))
                .then();
    }

    private Object[] mine(String browser, Optional<String> account) {
        return new Object[] {
            SessionSeal.hash(browser), account.orElse(""), now().minus(KEPT), account.isEmpty(), now().minus(JUST_NOW)
        };
    }

    private static Object[] with(String id, Object[] mine) {
        Object[] all = Arrays.copyOf(mine, mine.length + 1);
        all[mine.length] = bytes(id);
        return all;
    }

    void purge() {
        database.update("delete from gateway_kept_form where kept_at <= ?", now().minus(KEPT));
    }

    private @Nullable Form open(String id, byte[] content) {
        try {
            return JSON.readValue(seal.open(bytes(id), content), Form.class);
        } catch (GeneralSecurityException | JacksonException e) {
            LOG.warn("unreadable form left aside: {}", e.toString());
            return null;
        }
    }

    private static byte[] bytes(String id) {
        return id.matches("[0-9a-f]{32}") ? HexFormat.of().parseHex(id) : new byte[0];
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
