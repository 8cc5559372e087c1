package fr.mentoratdurgence.followup.resources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.Heard;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The library: who keeps it, what stands in it, and who sees an address that nobody has looked at. */
@FollowupTest
class LibraryTest {
    private static final String API = "/api/followup/v1";
    private static final String HEADER =
            "code;titre;genre;adresse;source;licence;minutes;niveaux;accompagnements;cotes;jour;debut;fin\n";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MovableClock clock;

    private final String code = "essai-" + UUID.randomUUID().toString().substring(0, 8);
    private final String address = "https://" + code + ".example.org/";

    @Test
    void what_nobody_has_looked_at_is_seen_by_curators_alone_and_by_all_once_it_answered() {
        imported(row("Un site à essayer", address));
        assertThat(list(curator())).contains("Un site à essayer", "à vérifier");
        assertThat(list(mentor())).doesNotContain(address);

        look(address, true);
        assertThat(list(mentor())).contains(address).doesNotContain("à vérifier", "/fiche");

        look(address, false);
        assertThat(list(mentor())).doesNotContain(address);
        assertThat(list(curator())).contains(address, "adresse sans réponse depuis le");
    }

    @Test
    void another_address_is_looked_at_again_and_a_look_at_the_old_one_counts_for_nothing() {
        imported(row("Un site qui déménage", address));
        look(address, true);
        String moved = address + "nouveau";
        assertThat(curator()
                        .postForm(
                                "/suivi/ressources/resource-" + code + "/fiche",
                                Map.of(
                                        "titre", "Un site qui déménage",
                                        "genre", "SITE",
                                        "adresse", moved,
                                        "source", "Un producteur",
                                        "licence", "CC_BY",
                                        "accompagnements", "HOMEWORK",
                                        "cotes", "MENTOR"))
                        .status())
                .isEqualTo(303);
        assertThat(look(address, true).path("noted").asInt()).isZero();
        assertThat(list(mentor())).doesNotContain(moved);
        look(moved, true);
        assertThat(list(mentor())).contains(moved);
    }

    @Test
    void a_file_is_tried_without_changing_anything_and_names_each_cell_that_is_wrong() {
        String wrong = HEADER
                + code + ";Un site juste;site;" + address
                + ";Un producteur;domaine public;20;6e|5e;devoirs;mentor|famille;;;\n"
                + "autre-" + code
                + ";Un autre;site;http://192.168.1.1/;Un producteur;domaine public;900;;devoirs;mentor;;;\n"
                + code + ";Deux fois;émission;" + address
                + ";Un producteur;domaine public;;;culture;mentor;5/5/2020;14 h;;\n";
        JsonNode trial =
                curator().postCsv(API + "/resources/import?trial=true", wrong).json();
        assertThat(trial.path("accepted").asInt()).isEqualTo(1);
        assertThat(trial.path("rejected").asInt()).isEqualTo(2);
        assertThat(trial.path("errors").toString())
                .contains("https://", "240", "déjà dans ce fichier", "son jour, son début et sa fin");
        assertThat(known()).isZero();

        assertThat(curator()
                        .postCsv(API + "/resources/import", wrong)
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
        assertThat(known()).isOne();
        assertThat(curator()
                        .postCsv(API + "/resources/import", wrong)
                        .json()
                        .path("unchanged")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void on_the_page_a_file_is_tried_first_and_imported_with_the_second_button() {
        String file = HEADER + row("Un fichier de la page", address);
        String tried = Base64.getEncoder().encodeToString(file.getBytes(UTF_8));
        Answer trial = curator().postForm("/suivi/ressources/fichier", Map.of("contenu", tried));
        assertThat(trial.status()).isEqualTo(200);
        assertThat(trial.body()).contains("Rien n’a encore changé", "Une nouvelle", tried);
        assertThat(known()).isZero();
        assertThat(curator()
                        .postForm("/suivi/ressources/fichier", Map.of("contenu", tried, "importer", "oui"))
                        .status())
                .isEqualTo(303);
        assertThat(known()).isOne();
        assertThat(curator().postForm("/suivi/ressources/fichier", Map.of()).body())
                .contains("Choisissez un fichier.");
    }

    @Test
    void a_file_that_nobody_waits_for_is_a_job_whose_page_says_what_became_of_it() {
        String file = HEADER + row("Un fichier qui dure", address);
        Http hurried = curator().with("Prefer", "respond-async");
        String trial = ended(hurried.postCsv(API + "/resources/import?trial=true", file));
        assertThat(curator().get("/suivi/ressources/fichier?travail=" + trial).body())
                .contains("Rien n’a encore changé", "Une nouvelle", "type=\"file\"");
        assertThat(known()).isZero();

        String taken = ended(hurried.postCsv(API + "/resources/import", file));
        assertThat(curator().get("/suivi/travaux/" + taken).body())
                .contains("Un fichier de ressources", "/suivi/ressources/fichier?travail=" + taken);
        assertThat(curator().get("/suivi/ressources/fichier?travail=" + taken).body())
                .contains("Les lignes justes sont importées", "Une nouvelle");
        assertThat(known()).isOne();
        assertThat(new Http(port)
                        .as(Tokens.role("coordinator"))
                        .get("/suivi/ressources/fichier?travail=" + taken)
                        .status())
                .as("somebody else's file")
                .isEqualTo(404);
    }

    /** The job, once it has ended. */
    private String ended(Answer asked) {
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String job = asked.json().path("job").asString();
        await().until(() -> curator()
                .get(API + "/jobs/" + job)
                .json()
                .path("state")
                .asString()
                .equals("DONE"));
        return job;
    }

    @Test
    void a_broadcast_is_shown_until_its_day_is_over() {
        LocalDate today = OperationDay.of(clock.instant());
        imported(code + ";Une émission;émission;" + address
                + ";Un producteur;tous droits réservés, à lire sur place;30;4e;culture;mentor;" + today
                + ";14:00;14:30\n");
        look(address, true);
        assertThat(list(mentor())).contains(new FrenchTime().weekday(today) + ", de 14");
        db.sql("update resource set airs_on = ? where resource = ?")
                .params(today.minusDays(1), "resource-" + code)
                .update();
        assertThat(list(mentor())).doesNotContain(address);
    }

    @Test
    void the_selection_to_start_with_is_right_and_begins_unseen() {
        Answer tried = curator().postForm("/suivi/ressources/fichier", Map.of("depart", "oui"));
        assertThat(tried.body()).contains("aucune refusée").doesNotContain("À corriger dans le fichier");
    }

    @Test
    void what_is_typed_wrong_is_said_at_its_field_and_a_code_is_taken_once() {
        Map<String, String> right = Map.of(
                "code", code,
                "titre", "Un site",
                "genre", "SITE",
                "adresse", address,
                "source", "Un producteur",
                "licence", "CC_BY",
                "accompagnements", "HOMEWORK",
                "cotes", "MENTOR");
        assertThat(curator().postForm("/suivi/ressources", right).status()).isEqualTo(303);
        assertThat(curator().postForm("/suivi/ressources", right).status()).isEqualTo(409);
        Answer wrong = curator().postForm("/suivi/ressources", Map.of("titre", "x", "adresse", "https://localhost/"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "de 3 à 120 caractères",
                        "adresse publique",
                        "Dites à quoi",
                        "Dites pour qui",
                        "Choisissez le genre");
        assertThat(curator()
                        .postForm("/suivi/ressources/resource-" + code + "/retrait", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(list(curator())).contains("retirée de la bibliothèque");
    }

    @Test
    void each_guide_can_be_read_and_says_what_is_not_done() {
        for (String guide : GuidePages.GUIDES) {
            assertThat(mentor().get("/suivi/guides/" + guide).body())
                    .contains("Pas de rencontre en dehors", "href=\"tel:119\"", "/suivi/inquietude")
                    .doesNotContain("guide." + guide, "](");
        }
        assertThat(mentor().get("/suivi/guides/interdits").status()).isEqualTo(404);
        assertThat(mentor().get("/suivi/ressources").body()).contains("Quand le jeune ne répond plus");
    }

    private String row(String title, String at) {
        return code + ";" + title + ";site;" + at + ";Un producteur;domaine public;;;devoirs;mentor|famille;;;\n";
    }

    private void imported(String rows) {
        Answer answer = curator().postCsv(API + "/resources/import", HEADER + rows);
        assertThat(answer.json().path("accepted").asInt()).as(answer.body()).isEqualTo(1);
    }

    private JsonNode look(String at, boolean answers) {
        Http ops = new Http(port).as(Tokens.role("ops"));
        assertThat(ops.get(API + "/ops/resource-addresses").body()).contains("resource-" + code);
        return ops.post(
                        API + "/ops/resource-addresses",
                        Map.of(
                                "looks",
                                List.of(Map.of("resource", "resource-" + code, "address", at, "answers", answers))))
                .json();
    }

    private String list(Http who) {
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= 3; page++) {
            all.append(who.get("/suivi/ressources?page=" + page).body());
        }
        return all.toString();
    }

    private int known() {
        return db.sql("select count(*) from resource where resource = ?")
                .param("resource-" + code)
                .query(Integer.class)
                .single();
    }

    private Http curator() {
        return new Http(port).as(Tokens.coordinator());
    }

    private Http mentor() {
        return new Http(port).as(Tokens.mentor(Heard.id("mentor")));
    }
}
