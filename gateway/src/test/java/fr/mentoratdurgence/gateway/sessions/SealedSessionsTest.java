package fr.mentoratdurgence.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.gateway.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("reliability")
class SealedSessionsTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final MovableClock clock = new MovableClock();
    private JdbcTemplate database = new JdbcTemplate();
    private SealedSessions sessions = sessions(KEY);

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
        sessions = sessions(KEY);
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
        var afterKeyChange = sessions(KEY + "another");

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

    @Test
    void a_session_written_by_a_gateway_of_before_goes_on() throws Exception {
        StoredSession session = loggedIn("mina");
        rewritten(session, java(session.attributes()));

        StoredSession found = find(session.getId()).orElseThrow();

        assertThat(found.user()).isNotNull().extracting(OidcUser::getName).isEqualTo("mina");
        found.setAttribute("page", "/suivi");
        save(found);
        assertThat(find(session.getId()).orElseThrow().attributes()).containsKeys(CLIENTS, "page");
    }

    @Test
    void a_session_that_names_a_class_which_is_no_more_ends_and_is_no_error() throws Exception {
        StoredSession session = loggedIn("mina");
        rewritten(session, java(new HashMap<>(Map.of("gone", new Gone()))));
        assertThat(find(session.getId())).isEmpty();
        assertThat(rows()).isZero();
    }

    /** What version 1 wrote has to be read for as long as sessions live. */
    @Test
    void the_written_shape_is_read_as_it_was_approved() throws Exception {
        StoredSession session = fresh();
        save(session);
        rewritten(session, Files.readAllBytes(Path.of("src/test/resources/approved/session-1.json")));

        StoredSession found = find(session.getId()).orElseThrow();

        OidcUser user = Objects.requireNonNull(found.user());
        assertThat(user.getSubject()).isEqualTo("id-of-mina");
        assertThat(user.getIdToken().getClaimAsString("sid")).isEqualTo("sid-mina");
        Map<String, OAuth2AuthorizedClient> clients = Objects.requireNonNull(found.getAttribute(CLIENTS));
        OAuth2AuthorizedClient client = Objects.requireNonNull(clients.get("keycloak"));
        assertThat(client.getAccessToken().getTokenValue()).isEqualTo("token-of-mina");
        assertThat(client.getAccessToken().getExpiresAt()).isEqualTo("2020-03-20T08:05:00Z");
        assertThat(Objects.requireNonNull(client.getRefreshToken()).getTokenValue())
                .isEqualTo("refresh-token-of-mina");
        assertThat(client.getClientRegistration()).isEqualTo(DemoSessions.REGISTRATION);
        OAuth2AuthorizationRequest begun = Objects.requireNonNull(found.getAttribute("begun"));
        assertThat(begun.getState()).isEqualTo("state-1");
        assertThat(begun.getAttributes()).containsEntry("code_verifier", "verifier-1");
        assertThat(begun.getAuthorizationRequestUri()).isEqualTo("http://login.test/auth?state=state-1");
    }

    @Test
    void what_a_login_leaves_is_written_and_read_as_it_was() {
        StoredSession session = loggedIn("mina");
        var begun = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("http://login.test/auth")
                .clientId("gateway")
                .redirectUri("http://door.test/login/oauth2/code/keycloak")
                .scopes(Set.of("openid", "profile"))
                .state("state-1")
                .additionalParameters(Map.of("nonce", "hash-1"))
                .attributes(Map.of("nonce", "nonce-1", "registration_id", "keycloak"))
                .build();
        session.setAttribute("begun", begun);
        save(session);

        StoredSession found = find(session.getId()).orElseThrow();

        assertThat(found.attributes()).usingRecursiveComparison().isEqualTo(session.attributes());
    }

    @Test
    void a_session_of_a_newer_gateway_is_left_to_it() throws Exception {
        StoredSession session = loggedIn("mina");
        rewritten(session, "{\"version\":2,\"sealedOtherwise\":true}".getBytes(StandardCharsets.UTF_8));

        assertThat(find(session.getId())).isEmpty();
        assertThat(rows()).isOne();
    }

    private static final String CLIENTS =
            WebSessionServerOAuth2AuthorizedClientRepository.class.getName() + ".AUTHORIZED_CLIENTS";

    /** As a class of a library that was removed. */
    private record Gone() implements Serializable {}

    private void rewritten(StoredSession session, byte[] content) {
        byte[] row = SessionSeal.hash(session.getId());
        database.update(
                "update gateway_session set attributes = ? where id = ?", new SessionSeal(KEY).seal(row, content), row);
    }

    private static byte[] java(Map<String, Object> attributes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(attributes);
        }
        return bytes.toByteArray();
    }

    private SealedSessions sessions(String key) {
        return new SealedSessions(database, new SessionSeal(key), new SessionContent(DemoSessions.REGISTRATION), clock);
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
