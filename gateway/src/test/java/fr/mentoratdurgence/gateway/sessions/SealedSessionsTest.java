package fr.mentoratdurgence.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.gateway.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedSessionsTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final MovableClock clock = new MovableClock();
    private JdbcTemplate database = new JdbcTemplate();
    private SealedSessions sessions = new SealedSessions(database, new SessionSeal(KEY), clock);

    @BeforeAll
    void database() {
        var created = TestDatabase.named("sessions");
        var source = new DriverManagerDataSource(created.url(), created.user(), created.password());
        Flyway.configure().dataSource(source).load().migrate();
        database = new JdbcTemplate(source);
    }

    @BeforeEach
    void empty() {
        database.update("delete from gateway_session");
        sessions = new SealedSessions(database, new SessionSeal(KEY), clock);
    }

    @Test
    void what_was_stored_is_found_again() {
        StoredSession session = fresh();
        session.setAttribute("page", "/suivi");
        save(session);

        StoredSession found = find(session.getId()).orElseThrow();

        assertThat(found.<String>getAttribute("page")).isEqualTo("/suivi");
    }

    @Test
    void a_request_in_flight_does_not_bring_a_logged_out_session_back() {
        StoredSession session = loggedIn("mina");
        StoredSession inFlight = find(session.getId()).orElseThrow();

        sessions.deleteById(session.getId()).block();
        inFlight.setAttribute("late", "yes");
        save(inFlight);

        assertThat(rows()).isZero();
    }

    @Test
    void a_new_id_after_login_moves_the_row() {
        StoredSession session = fresh();
        save(session);
        String before = session.getId();

        session.changeSessionId();
        save(session);

        assertThat(find(before)).isEmpty();
        assertThat(find(session.getId())).isPresent();
        assertThat(rows()).isOne();
    }

    @Test
    void a_row_sealed_with_another_key_is_no_session() {
        StoredSession session = loggedIn("mina");
        var afterKeyChange = new SealedSessions(database, new SessionSeal(KEY + "another"), clock);

        assertThat(afterKeyChange.findById(session.getId()).block()).isNull();
        assertThat(rows()).isZero();
    }

    @Test
    void the_content_of_one_row_does_not_open_in_another() {
        StoredSession mina = loggedIn("mina");
        StoredSession paul = loggedIn("paul");

        database.update(
                "update gateway_session set attributes = (select attributes from gateway_session where sid = 'sid-mina')"
                        + " where sid = 'sid-paul'");

        assertThat(find(paul.getId())).isEmpty();
        assertThat(find(mina.getId())).isPresent();
    }

    @Test
    void the_table_holds_neither_cookie_nor_token() {
        StoredSession session = loggedIn("mina");

        byte[] attributes = database.queryForObject("select attributes from gateway_session", byte[].class);
        byte[] id = database.queryForObject("select id from gateway_session", byte[].class);

        assertThat(attributes).isNotNull();
        assertThat(new String(attributes, StandardCharsets.ISO_8859_1)).doesNotContain("token-of-mina", "mina");
        assertThat(id).isNotEqualTo(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_logout_at_keycloak_ends_its_sessions_and_no_other() {
        StoredSession mina = loggedIn("mina");
        StoredSession paul = loggedIn("paul");

        sessions.endByLogin("sid-mina").block();

        assertThat(sessions.alive(List.of(mina.getId(), paul.getId()))).isEqualTo(Set.of(paul.getId()));
        assertThat(find(mina.getId())).isEmpty();
    }

    @Test
    void an_ended_session_says_for_a_day_whose_it_was_and_nothing_else() {
        StoredSession session = loggedIn("mina");
        assertThat(sessions.endedAccount(session.getId()).block()).isNull();
        assertThat(sessions.left(session.getId()).block()).isEqualTo(SealedSessions.IDLE);

        clock.advance(SealedSessions.IDLE);
        sessions.purge();

        assertThat(sessions.left(session.getId()).block()).isZero();
        assertThat(sessions.endedAccount(session.getId()).block()).isEqualTo("id-of-mina");
        assertThat(database.queryForObject(
                        "select count(*) from gateway_session where attributes is null and sid is null", Integer.class))
                .isOne();
        clock.advance(KeptForms.KEPT);
        sessions.purge();
        assertThat(sessions.endedAccount(session.getId()).block()).isNull();
        assertThat(rows()).isZero();
    }

    @Test
    void a_request_in_flight_does_not_bring_a_session_back_that_keycloak_ended() {
        StoredSession session = loggedIn("mina");
        StoredSession inFlight = find(session.getId()).orElseThrow();

        sessions.endByLogin("sid-mina").block();
        inFlight.setAttribute("late", "yes");
        save(inFlight);

        assertThat(find(session.getId())).isEmpty();
        assertThat(sessions.endedAccount(session.getId()).block()).isEqualTo("id-of-mina");
    }

    @Test
    void a_login_that_nobody_finishes_is_forgotten_soon() {
        StoredSession session = fresh();
        save(session);

        clock.advance(SealedSessions.ANONYMOUS);

        assertThat(find(session.getId())).isEmpty();
        sessions.purge();
        assertThat(rows()).isZero();
    }

    @Test
    void a_session_in_use_stays_until_the_end_of_the_day() {
        StoredSession session = loggedIn("mina");
        Instant begun = clock.instant();

        while (clock.instant().isBefore(begun.plus(SealedSessions.ABSOLUTE).minus(SealedSessions.IDLE))) {
            clock.advance(SealedSessions.IDLE.dividedBy(2));
            use(session.getId());
        }
        assertThat(find(session.getId())).isPresent();

        clock.advance(SealedSessions.IDLE);
        assertThat(find(session.getId())).isEmpty();
    }

    @Test
    void a_session_that_nobody_uses_ends() {
        StoredSession session = loggedIn("mina");

        clock.advance(SealedSessions.IDLE);

        assertThat(find(session.getId())).isEmpty();
    }

    private StoredSession fresh() {
        return sessions.createSession().blockOptional().orElseThrow();
    }

    private StoredSession loggedIn(String account) {
        StoredSession session = fresh();
        DemoSessions.login(session, account, "sid-" + account, "token-of-" + account);
        save(session);
        return session;
    }

    private void use(String id) {
        StoredSession session = find(id).orElseThrow();
        session.setLastAccessedTime(clock.instant());
        save(session);
    }

    private void save(StoredSession session) {
        sessions.save(session).block();
    }

    private Optional<StoredSession> find(String id) {
        return sessions.findById(id).blockOptional();
    }

    private int rows() {
        Integer count = database.queryForObject("select count(*) from gateway_session", Integer.class);
        return count == null ? 0 : count;
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2020-03-20T08:00:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
