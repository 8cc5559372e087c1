package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** Who comes by the link of a letter, at the door. */
class LinkSessionsTest {
    private static final String STATEMENT = "aaa.bbb.ccc";

    private final Door door = Door.shared();

    @Test
    void what_the_issuer_says_becomes_a_cookie_and_from_it_alone_a_header() {
        var opened = door.send(
                "POST",
                "/lien/besoins",
                BodyPublishers.ofString("jeton=x"),
                "Origin",
                Door.ORIGIN,
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(opened.headers().firstValue("Link-Statement")).isEmpty();
        assertThat(Door.header(opened, "Set-Cookie"))
                .startsWith("LINK=" + STATEMENT)
                .contains("HTTPOnly", "SameSite=Lax", "Path=/");

        var _ = door.page("/besoins/need-1", "Cookie", "LINK=" + STATEMENT);
        assertThat(door.service("needs").received("Link-Statement")).isEqualTo(STATEMENT);
        var _ = door.page("/besoins/declarer", "Link-Statement", "forged");
        assertThat(door.service("needs").received("Link-Statement")).isNull();
    }

    @Test
    void a_mail_program_stops_letters_without_being_a_page_of_ours() {
        var form = BodyPublishers.ofString("List-Unsubscribe=One-Click");
        String type = "application/x-www-form-urlencoded";
        assertThat(door.send("POST", "/lien/mentors/token-1/arret/NEWS", form, "Content-Type", type)
                        .statusCode())
                .isEqualTo(200);
        assertThat(door.send("POST", "/lien/mentors", form, "Content-Type", type)
                        .statusCode())
                .as("opening a link is for browsers")
                .isEqualTo(403);
    }

    @Test
    void a_link_opens_the_door_to_services_and_no_login_is_asked() {
        assertThat(door.page("/besoins/need-1", "Cookie", "LINK=" + STATEMENT).statusCode())
                .isEqualTo(200);
        assertThat(door.page("/besoins/need-1").statusCode()).as("without one").isEqualTo(302);
    }

    @Test
    void when_its_half_hour_is_over_the_letter_is_named_and_no_login() {
        var answer = door.page("/besoins/statut/401", "Cookie", "LINK=" + STATEMENT);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Rouvrez le lien de notre courrier");
    }

    @Test
    void who_guesses_is_stopped() {
        var small = new Door("--RATE_LINKS_PER_MINUTE=5");
        int refused = 0;
        for (int guess = 0; guess < 20; guess++) {
            if (small.page("/lien/mentors/guess" + guess).statusCode() == 429) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(14);
        assertThat(small.page("/").statusCode()).as("other pages stay open").isEqualTo(200);
    }
}
