package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.local.parts.PostgresPart;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("reliability")
class LoginTest {
    private final Door door = Door.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/ui/ui.css",
                "/webjars/x.js",
                "/besoins/declarer",
                "/besoins/declarer/etape-1",
                "/besoins/confirmation/B-1",
                "/besoins/lien-perdu",
                "/besoins/lien-perdu/envoi",
                "/mentors/candidature",
                "/mentors/candidature/merci",
                "/bilan/public",
                "/api/needs/v1/structures/0940176F"
            })
    void public_addresses_need_no_login_and_set_no_cookie(String path) {
        var answer = door.page(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/besoins",
                "/besoins/need-1",
                "/mentors",
                "/mentors/mon-espace",
                "/appariement",
                "/suivi",
                "/bilan",
                "/bilan/autre",
                "/api/needs/v1/needs",
                "/api/needs/v1/structures/0940176F/contact",
                "/api/mentors/v1/mentors",
                "/api/matching/v1/lines",
                "/api/followup/v1/pairs",
                "/api/reporting/v1/bilan"
            })
    void all_others_lead_a_person_to_the_login_page_and_refuse_a_program(String path) {
        var person = door.page(path);
        assertThat(person.statusCode()).isEqualTo(302);
        assertThat(Door.header(person, "Location")).isEqualTo("/oauth2/authorization/keycloak");

        var program = door.get(path, "Accept", "application/json");
        assertThat(program.statusCode()).isEqualTo(401);
        assertThat(Door.header(program, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Door.header(program, "HX-Refresh")).isEqualTo("true");
    }

    @Test
    void login_goes_to_keycloak_with_a_proof_key_and_the_fixed_address() {
        var answer = door.page("/oauth2/authorization/keycloak", "X-Forwarded-Host", "evil.test");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Door.header(answer, "Location"))
                .startsWith(Door.ISSUER + "/protocol/openid-connect/auth?response_type=code&client_id=gateway")
                .contains("code_challenge_method=S256", "code_challenge=", "nonce=")
                .contains("redirect_uri=" + Door.ORIGIN + "/login/oauth2/code/keycloak");
        assertThat(Door.header(answer, "Set-Cookie"))
                .startsWith("SESSION=")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/");
    }

    @Test
    void nobody_is_sent_to_a_login_that_does_not_answer() {
        var alone = new Door("--OIDC_INTERNAL=http://127.0.0.1:1/realms/mentorat");

        var answer = alone.page("/oauth2/authorization/keycloak");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Connexion momentanément indisponible", "Les pages publiques restent");
        assertThat(Door.header(answer, "Retry-After")).isEqualTo("10");
        assertThat(alone.page("/").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_is_sent_to_the_login_while_no_session_can_be_kept() {
        PostgresPart server = PostgresPart.startTemporary();
        PostgresPart.Database sessions = server.createDatabase("gateway", "of-the-tests");
        var alone = new Door(
                "--DB_URL=" + sessions.url(), "--DB_USER=" + sessions.user(), "--DB_PASSWORD=" + sessions.password());
        server.close();

        var answer = alone.page("/oauth2/authorization/keycloak");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Service momentanément indisponible");
    }

    @Test
    void an_unknown_answer_to_a_login_is_explained() {
        var answer = door.page("/login/oauth2/code/keycloak?code=x&state=y");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("La connexion n’a pas abouti", "/oauth2/authorization/keycloak");
    }

    @Test
    void the_service_gets_the_token_and_the_browser_never_does() {
        var answer = door.get("/suivi", "Cookie", door.loggedIn("claire", "token-of-claire"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(door.service("followup").received("Authorization")).isEqualTo("Bearer token-of-claire");
        assertThat(door.service("followup").received("Cookie")).isNull();
        assertThat(answer.headers().map().toString()).doesNotContain("token-of-claire", "JSESSIONID");
    }

    @Test
    void what_was_just_done_is_told_to_the_next_page_once_and_no_caller_can_claim_it() {
        String session = door.loggedIn("claire", "token-of-claire");

        var act = door.get("/besoins/geste", "Cookie", session);
        assertThat(act.headers().firstValue("Just-Done")).isEmpty();
        assertThat(Door.header(act, "Set-Cookie"))
                .startsWith("DONE=appel~need-1~2;")
                .contains("Max-Age=60", "HTTPOnly", "SameSite=Lax");

        var page = door.get("/suivi", "Cookie", session + "; DONE=appel~need-1~2");
        assertThat(door.service("followup").received("Just-Done")).isEqualTo("appel~need-1~2");
        assertThat(Door.header(page, "Set-Cookie")).startsWith("DONE=-appel~need-1~2;");

        // a list that has not heard of it yet still knows, and of the acts that follow, newest first
        var next = door.get("/besoins/geste", "Cookie", session + "; DONE=-prise-en-charge~need-2~0");
        assertThat(door.service("needs").received("Just-Done")).isEqualTo("-prise-en-charge~need-2~0");
        assertThat(Door.header(next, "Set-Cookie")).startsWith("DONE=appel~need-1~2:-prise-en-charge~need-2~0;");

        door.get("/suivi?fait=appel", "Cookie", session, "Just-Done", "appel~need-1~2");
        assertThat(door.service("followup").received("Just-Done")).isNull();
        door.get("/suivi", "Cookie", session + "; DONE=<script>");
        assertThat(door.service("followup").received("Just-Done")).isNull();
    }

    @Test
    void a_program_brings_its_own_token_to_the_apis_only() {
        assertThat(door.get("/api/matching/v1/lines", "Authorization", "Bearer own")
                        .statusCode())
                .isEqualTo(200);
        assertThat(door.service("matching").received("Authorization")).isEqualTo("Bearer own");

        assertThat(door.page("/appariement", "Authorization", "Bearer own").statusCode())
                .isEqualTo(302);
        assertThat(door.page("/bilan/public", "Authorization", "Bearer own").statusCode())
                .isEqualTo(200);
        assertThat(door.service("reporting").received("Authorization")).isNull();
    }

    @Test
    void a_browser_with_a_session_cannot_swap_its_token() {
        String cookie = door.loggedIn("claire", "token-of-claire");

        door.get("/api/matching/v1/lines", "Cookie", cookie, "Authorization", "Bearer other");
        assertThat(door.service("matching").received("Authorization")).isEqualTo("Bearer token-of-claire");

        var dead = door.get("/api/matching/v1/lines", "Cookie", "SESSION=dead", "Authorization", "Bearer other");
        assertThat(dead.statusCode()).isEqualTo(401);
    }

    @Test
    void other_kinds_of_credentials_stop_at_the_door() {
        assertThat(door.get("/api/matching/v1/lines", "Authorization", "Basic YTpi")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void logout_ends_the_session_here_and_at_keycloak() {
        String cookie = door.loggedIn("hugo", "token");

        var answer = door.send("POST", "/logout", BodyPublishers.noBody(), "Cookie", cookie, "Origin", Door.ORIGIN);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Door.header(answer, "Location")).isEqualTo("/");
        assertThat(door.service("keycloak").lastCall())
                .isEqualTo("POST /realms/mentorat/protocol/openid-connect/logout");
        assertThat(door.service("keycloak").lastBody()).isEqualTo("refresh_token=refresh-token");
        assertThat(door.page("/suivi", "Cookie", cookie).statusCode()).isEqualTo(302);
    }

    @Test
    void a_logout_that_does_not_reach_keycloak_says_what_to_do_on_a_shared_computer() {
        var alone = new Door("--OIDC_INTERNAL=http://127.0.0.1:1/realms/mentorat");
        String cookie = alone.loggedIn("hugo", "token");

        var answer = alone.send(
                "POST",
                "/logout",
                BodyPublishers.noBody(),
                "Cookie",
                cookie,
                "Origin",
                Door.ORIGIN,
                "Accept",
                Door.PAGE);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("fermez toutes les fenêtres du navigateur");
        assertThat(alone.page("/suivi", "Cookie", cookie).statusCode()).isEqualTo(302);
    }

    @Test
    void a_logout_of_nobody_leads_home() {
        var answer = door.send("POST", "/logout", BodyPublishers.noBody(), "Origin", Door.ORIGIN);

        assertThat(Door.header(answer, "Location")).isEqualTo("/");
    }

    @Test
    void a_logout_at_keycloak_ends_the_session_here() {
        String cookie = door.loggedIn("nadia", "token");

        door.sessions().endByLogin("sid-nadia").block();

        assertThat(door.get("/suivi", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void a_back_channel_call_without_a_signed_token_is_refused() {
        var answer = door.send(
                "POST",
                "/logout/connect/back-channel/keycloak",
                BodyPublishers.ofString("logout_token=forged"),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Door.header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"title\":\"Demande incomprise\"").doesNotContain("Jwt", "JWT", "parse");
    }
}
