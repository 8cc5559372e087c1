package fr.mentoratdurgence.followup.wishes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.Heard;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.links.LinkStatement;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** After the end each side says for itself whether it would go on in person, and the team finds who does. */
@FollowupTest
class WishesStoryTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private MovableClock clock;

    private final String mentor = Heard.id("mentor");
    private final MatchConfirmed match =
            Heard.match(Heard.id("pair"), Tokens.account("referente-48"), mentor, "structure-0480001A", "48");
    private final String pair = "/suivi/binomes/" + match.pair();
    private final String page = pair + "/souhait";

    @BeforeEach
    void a_pair() {
        inbox.hearing().on(Heard.event(match, clock.instant()));
    }

    @Test
    void both_sides_answer_apart_in_two_taps_and_a_pair_that_goes_on_is_found_again() {
        assertThat(referent().postForm(page, Map.of()).status()).isEqualTo(409);
        assertThat(referent()
                        .postForm(pair + "/cloture", Map.of("prevue", "oui"))
                        .status())
                .isEqualTo(303);
        assertThat(byMentorsLink().get(page).body()).contains("Personne ne vous a encore posé cette question");
        assertThat(byMentorsLink().postForm(page + "/oui", Map.of()).status()).isEqualTo(409);

        assertThat(referent().postForm(page, Map.of()).status()).isEqualTo(303);
        assertThat(referent().postForm(page, Map.of()).status()).isEqualTo(409);
        assertThat(goingOn()).doesNotContain(match.pair());

        assertThat(byMentorsLink().postForm(page + "/oui", Map.of()).status()).isEqualTo(303);
        assertThat(byMentorsLink().postForm(page + "/oui", Map.of()).status()).isEqualTo(303);
        assertThat(byMentorsLink().get(page).body()).contains("Vous avez répondu oui.");
        assertThat(byStructuresLink().get(page).body())
                .contains("Oui, ils aimeraient continuer")
                .doesNotContain("Vous avez répondu");
        assertThat(goingOn()).doesNotContain(match.pair());

        assertThat(byStructuresLink().postForm(page + "/oui", Map.of()).status())
                .isEqualTo(303);
        assertThat(goingOn()).contains(match.pair());
        assertThat(referent().get(page).body()).contains("Choisir une association");
        assertThat(referent().postForm(page + "/non", Map.of("cote", "MENTOR")).status())
                .isEqualTo(303);
        assertThat(goingOn()).doesNotContain(match.pair());
    }

    @Test
    void nobody_is_asked_after_a_protection_and_no_stranger_answers() {
        assertThat(referent()
                        .postForm(pair + "/interruption", Map.of("motif", "SAFEGUARDING", "cote", "STRUCTURE"))
                        .status())
                .isEqualTo(303);
        assertThat(referent().postForm(page, Map.of()).body()).contains("pour protéger le jeune");
        assertThat(new Http(port)
                        .as(Tokens.mentor(Heard.id("mentor")))
                        .postForm(page + "/oui", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(new Http(port).as(Tokens.referent("75")).get(page).status()).isEqualTo(404);
    }

    private String goingOn() {
        return referent().get("/suivi/binomes?poursuite=oui").body();
    }

    private Http referent() {
        return new Http(port).as(Tokens.referent("48"));
    }

    private Http byMentorsLink() {
        return new Http(port).with(LinkStatement.HEADER, Tokens.link("CONTINUATION", mentor, match.pair(), mentor));
    }

    private Http byStructuresLink() {
        return new Http(port)
                .with(
                        LinkStatement.HEADER,
                        Tokens.link("NEED_CONTINUATION", match.terms().need(), match.pair(), ""));
    }
}
