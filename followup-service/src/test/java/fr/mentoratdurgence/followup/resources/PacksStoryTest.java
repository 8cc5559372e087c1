package fr.mentoratdurgence.followup.resources;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.needs.v1.NeedDeclared;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.Heard;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.links.LinkStatement;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pack is shared for a pair and for a line, read by its sides, told as used, and printed for a family. */
@FollowupTest
class PacksStoryTest {
    private static final String API = "/api/followup/v1";

    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private JdbcClient db;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String code = "lycee-" + unique;
    private final String resource = "resource-" + code;
    private final String structure = "structure-" + unique;
    private final String mentor = Heard.id("mentor");
    private final MatchConfirmed match =
            Heard.match(Heard.id("pair"), Tokens.account("referente-47"), mentor, structure, "47");
    private final String need = match.terms().need();
    private final String page = "/suivi/binomes/" + match.pair() + "/ressources";
    private final String ofNeed = "/suivi/besoins/" + need + "/ressources";

    @BeforeEach
    void a_need_a_pair_and_a_resource_that_answers() {
        hear(new NeedDeclared(
                need,
                structure,
                "47",
                "04",
                "REP",
                List.of(new NeedLine(
                        1, "COLLEGE_6_5", 3, List.of("ORIENTATION"), List.of(), List.of(), List.of(), false)),
                "FORM",
                LocalDate.of(2020, 4, 10)));
        hear(match);
        String row = code + ";Un site " + code + ";site;https://" + code
                + ".example.org/;Un producteur;domaine public;;6e;orientation;mentor|structure|famille\n";
        assertThat(new Http(port)
                        .as(Tokens.coordinator())
                        .postCsv(
                                API + "/resources/import",
                                "code;titre;genre;adresse;source;licence;minutes;niveaux;accompagnements;cotes\n" + row)
                        .json()
                        .path("accepted")
                        .asInt())
                .isOne();
        db.sql("delete from resource where resource <> ? and resource like 'resource-lycee-%'")
                .param(resource)
                .update();
        db.sql("update resource set seen_on = date '2020-04-01' where resource = ?")
                .param(resource)
                .update();
    }

    @Test
    void the_referent_shares_a_pack_in_one_act_and_each_side_reads_its_own() {
        assertThat(referent().get(page).body()).contains("Ce qui convient à ce binôme", "Un site " + code);
        assertThat(mentor().get(page).body())
                .contains("Rien n’a encore été partagé")
                .doesNotContain(code);

        Answer shared = referent().postForm(page, Map.of());
        assertThat(shared.status()).isEqualTo(303);
        assertThat(referent().follow(shared).body()).contains("Un courrier part à la structure");
        assertThat(referent().postForm(page, Map.of()).status()).isEqualTo(409);

        assertThat(mentor().get(page).body())
                .contains("Un site " + code, "A servi aujourd’hui")
                .doesNotContain("Pour : ", "/famille\"");
        assertThat(new Http(port).as(Tokens.structure(structure)).get(page).body())
                .contains("Un site " + code, "/lignes/1/famille");
        assertThat(stored("ResourceShared")).isEqualTo(3);
    }

    @Test
    void what_served_is_told_in_one_tap_by_account_and_by_the_link_of_the_letter() {
        referent().postForm(page, Map.of());
        Http byLink =
                new Http(port).with(LinkStatement.HEADER, Tokens.link("PAIR_RESOURCES", mentor, match.pair(), mentor));
        assertThat(byLink.get(page + "/servies").body()).contains("Une ressource a servi", code);
        assertThat(byLink.postForm(page + "/" + resource + "/usage", Map.of()).status())
                .isEqualTo(303);
        assertThat(mentor().postForm(page + "/" + resource + "/usage", Map.of()).status())
                .isEqualTo(303);
        assertThat(stored("ResourceUsed")).isOne();
        assertThat(mentor().get(page).body()).contains("A servi une fois").doesNotContain("A servi aujourd’hui");
        assertThat(mentor().postForm(page + "/resource-inconnue/usage", Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_line_has_its_pack_and_its_sheets_and_no_name_can_be_typed() {
        assertThat(referent()
                        .postForm("/suivi/besoins/" + need + "/lignes/1/ressources", Map.of())
                        .status())
                .isEqualTo(303);
        Http school = new Http(port).with(LinkStatement.HEADER, Tokens.link("NEED_RESOURCES", need, need, ""));
        assertThat(school.get(ofNeed).body())
                .contains("Un site " + code, "Ligne 1 : 3 places, 6e ou 5e")
                .doesNotContain("Partager avec");
        assertThat(school.get("/suivi/besoins/" + need + "/lignes/1/famille").body())
                .contains(code + ".example.org", "119", "3018", "Téléphone :")
                .doesNotContain("<input", structure, need.substring(5, 13) + "<");
        assertThat(school.get("/suivi/besoins/" + need + "/places").body())
                .contains("n° 1", "n° 3", "à la main")
                .doesNotContain("n° 4", "<input");
        // for all of the line: the pair's page has it too, and its mentor reads what is for mentors alone
        assertThat(new Http(port).as(Tokens.structure(structure)).get(page).body())
                .contains(code);
        assertThat(mentor().get(page).body()).contains("Rien n’a encore été partagé");
    }

    @Test
    void another_persons_need_or_pair_does_not_exist() {
        Http stranger = new Http(port).as(Tokens.structure("structure-of-others"));
        for (String path : List.of(page, ofNeed, "/suivi/besoins/" + need + "/places")) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
            assertThat(new Http(port).as(Tokens.referent("75")).get(path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(new Http(port)
                        .as(Tokens.referent("75"))
                        .postForm(page, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(new Http(port)
                        .as(Tokens.mentor(Heard.id("mentor")))
                        .get(page)
                        .status())
                .isEqualTo(404);
    }

    private int stored(String event) {
        return db.sql("""
                select count(*) from domain_event
                where aggregate_id = ? and payload_type like ?""")
                .params(PackEvent.streamOf(need), "%" + event)
                .query(Integer.class)
                .single();
    }

    private Http referent() {
        return new Http(port).as(Tokens.referent("47"));
    }

    private Http mentor() {
        return new Http(port).as(Tokens.mentor(mentor));
    }

    private void hear(Object fact) {
        inbox.hearing().on(Heard.event(fact, MovableClock.START));
    }
}
