package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KeptFormsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String WRITTEN = "commande=command-1&note=Elle+pr%C3%A9f%C3%A8re+le+mercredi";
    private static final Pattern ACTION = Pattern.compile("action=\"(/reprise/[0-9a-f]{32})\"");

    private final Door door = Door.shared();

    @Test
    void a_form_that_meets_an_ended_session_is_kept_and_sent_by_the_same_account() {
        String browser = keptFor("awa", "/suivi/binomes/pair-1/seances?retour=liste");

        // before the login
        assertThat(door.page("/reprise", "Cookie", browser).body())
                .contains("votre envoi est gardé", "/oauth2/authorization/keycloak")
                .doesNotContain("mercredi");

        String back = browser + "; " + door.loggedIn("awa", "new-token");
        String page = door.page("/reprise", "Cookie", back).body();
        assertThat(page).contains("Un envoi vous attend", "Terminer").doesNotContain("mercredi");
        var sent = post(action(page), back, "");

        assertThat(sent.statusCode()).isEqualTo(200);
        var followup = door.service("followup");
        assertThat(followup.lastCall()).isEqualTo("POST /suivi/binomes/pair-1/seances?retour=liste");
        assertThat(followup.lastBody()).isEqualTo(WRITTEN);
        assertThat(followup.received("Content-Type")).isEqualTo(FORM);
        assertThat(followup.received("Authorization")).isEqualTo("Bearer new-token");
        assertThat(door.page("/reprise", "Cookie", back).body()).contains("Aucun envoi en attente");
    }

    @Test
    void nobody_else_sees_or_sends_it() {
        String browser = keptFor("basile", "/suivi/besoins/need-1/appels");
        String own = browser + "; " + door.loggedIn("basile", "t");
        String address = action(door.page("/reprise", "Cookie", own).body());

        // another account in this browser, and the same account in another browser
        for (String other : new String[] {browser + "; " + door.loggedIn("chloe", "t"), door.loggedIn("basile", "t")}) {
            assertThat(door.page("/reprise", "Cookie", other).body())
                    .contains("Aucun envoi en attente")
                    .doesNotContain(address);
            assertThat(Door.header(post(address, other, ""), "Location")).isEqualTo("/reprise");
            post(address + "/abandon", other, "");
        }
        assertThat(door.page("/reprise", "Cookie", own).body()).contains(address);

        post(address + "/abandon", own, "");
        assertThat(door.page("/reprise", "Cookie", own).body()).doesNotContain(address);
    }

    @Test
    void what_a_service_could_not_take_may_be_tried_again() {
        String browser = keptFor("dalia", "/suivi/statut/503");
        String own = browser + "; " + door.loggedIn("dalia", "t");
        String address = action(door.page("/reprise", "Cookie", own).body());

        assertThat(post(address, own, "").statusCode()).isEqualTo(503);

        assertThat(door.page("/reprise", "Cookie", own).body()).contains(address);
    }

    @Test
    void a_form_is_finished_once_however_often_the_button_is_pressed() {
        String own = keptFor("leila", "/suivi/x") + "; " + door.loggedIn("leila", "t");
        String address = action(door.page("/reprise", "Cookie", own).body());

        assertThat(post(address, own, "").body()).startsWith("followup ");
        door.get("/suivi/y", "Cookie", own);

        assertThat(Door.header(post(address, own, ""), "Location")).isEqualTo("/reprise");
        assertThat(door.service("followup").lastCall()).isEqualTo("GET /suivi/y");
    }

    @Test
    void a_refusal_because_the_row_has_changed_is_shown_as_ever_and_settles_the_form() {
        String own = keptFor("mehdi", "/suivi/statut/409") + "; " + door.loggedIn("mehdi", "t");
        String address = action(door.page("/reprise", "Cookie", own).body());

        assertThat(post(address, own, "").statusCode()).isEqualTo(409);

        assertThat(door.page("/reprise", "Cookie", own).body()).doesNotContain(address);
    }

    @Test
    void no_foreign_page_can_have_a_form_kept_or_finished() {
        String cookie = ended("nora");
        assertThat(postFrom("http://evil.test", "/suivi/x", cookie).statusCode())
                .isEqualTo(403);
        String own = keptFor("nora", "/suivi/x") + "; " + door.loggedIn("nora", "t");
        String address = action(door.page("/reprise", "Cookie", own).body());

        assertThat(postFrom("http://evil.test", address, own).statusCode()).isEqualTo(403);
        assertThat(postFrom("http://evil.test", address + "/abandon", own).statusCode())
                .isEqualTo(403);

        assertThat(door.page("/reprise", "Cookie", own).body()).containsOnlyOnce("<h2>");
    }

    @Test
    void a_public_form_of_somebody_whose_session_ended_is_kept_too() {
        String browser = keptFor("emile", "/besoins/declarer/etape-2");
        String page = door.page("/reprise", "Cookie", browser + "; " + door.loggedIn("emile", "t"))
                .body();
        assertThat(page).contains("Un envoi vous attend");
    }

    @Test
    void who_declares_without_an_account_where_somebody_elses_session_ended_goes_on_at_once() {
        String browser = keptFor("jeanne", "/besoins/declarer/etape-2");
        String page = door.page("/reprise", "Cookie", browser).body();
        assertThat(page).contains("Continuer sans compte");

        var sent = post(action(page), browser, "");
        assertThat(sent.body()).startsWith("needs ");
        assertThat(sent.headers().allValues("Set-Cookie")).anyMatch(one -> one.startsWith("SESSION=; Max-Age=0"));

        assertThat(door.service("needs").lastBody()).isEqualTo(WRITTEN);
        assertThat(door.service("needs").received("Authorization")).isNull();
        // what needs a login is offered to nobody without one
        String closed = keptFor("karim", "/suivi/x");
        assertThat(door.page("/reprise", "Cookie", closed).body()).doesNotContain("Continuer sans compte");
        assertThat(Door.header(post(action(page), closed, ""), "Location")).isEqualTo("/reprise");
    }

    @Test
    void a_part_of_a_page_is_led_to_the_same_page() {
        String cookie = ended("fanny");
        var answer = door.send(
                "POST",
                "/suivi/x",
                BodyPublishers.ofString(WRITTEN),
                "Cookie",
                cookie,
                "Content-Type",
                FORM,
                "Origin",
                Door.ORIGIN,
                "HX-Request",
                "true");
        assertThat(Door.header(answer, "HX-Redirect")).isEqualTo("/reprise");
    }

    @Test
    void forms_of_people_who_never_logged_in_pass_as_ever() {
        assertThat(post("/besoins/declarer/etape-2", "SESSION=unknown", WRITTEN).body())
                .startsWith("needs ");
        assertThat(Door.header(post("/suivi/x", "SESSION=unknown", WRITTEN), "Location"))
                .isEqualTo("/oauth2/authorization/keycloak");
    }

    @Test
    void what_is_too_long_to_be_kept_is_said() {
        var answer = post("/suivi/x", ended("gaspard"), "note=" + "x".repeat(300 * 1024));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("trop long pour être gardé", "votre navigateur a gardé");
    }

    @Test
    void a_page_may_ask_how_long_the_session_lives_and_ask_for_more() {
        String cookie = door.loggedIn("hanna", "t");
        assertThat(door.get("/session", "Cookie", cookie).body()).matches("\\{\"seconds\":1[78]\\d\\d}");
        var more = door.send("POST", "/session", BodyPublishers.noBody(), "Cookie", cookie, "Origin", Door.ORIGIN);
        assertThat(more.statusCode()).isEqualTo(204);
        assertThat(door.get("/session").body()).isEqualTo("{\"seconds\":0}");
        assertThat(door.get("/session", "Cookie", ended("ines")).body()).isEqualTo("{\"seconds\":0}");
    }

    /** The cookie of the browser in which a form of this account was kept. */
    private String keptFor(String account, String path) {
        var kept = post(path, ended(account), WRITTEN);
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(Door.header(kept, "Location")).isEqualTo("/reprise");
        String cookie = kept.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("REPRISE="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private String ended(String account) {
        String cookie = door.loggedIn(account, "t");
        door.sessions().endByLogin("sid-" + account).block();
        return cookie;
    }

    private HttpResponse<String> post(String path, String cookie, String body) {
        return post(Door.ORIGIN, path, cookie, body);
    }

    private HttpResponse<String> postFrom(String origin, String path, String cookie) {
        return post(origin, path, cookie, WRITTEN);
    }

    private HttpResponse<String> post(String origin, String path, String cookie, String body) {
        return door.send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                "Cookie",
                cookie,
                "Content-Type",
                FORM,
                "Origin",
                origin,
                "Accept",
                Door.PAGE);
    }

    private static String action(String page) {
        Matcher found = ACTION.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
