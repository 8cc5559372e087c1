package fr.mentoratdurgence.needs.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.readmodel.ReadModels;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Rebuilt;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class NeedListTest {
    private static final String API = "/api/needs/v1/needs";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ReadModels readModels;

    @Test
    void a_long_list_has_pages_and_withdrawn_needs_stand_apart() {
        Http team = new Http(port).as(Tokens.coordinator());
        assertThat(team.postCsv("/api/needs/v1/structures/import", """
            UAI;Nom;Code_commune;Nom_commune
            0770001H;Ecole;77288;Melun
            """).status())
                .isEqualTo(200);
        List<String> needs = new ArrayList<>();
        for (int i = 0; i < 52; i++) {
            needs.add(team.post(API, """
                {"structure":"0770001H","contact":{"name":"Mme Diallo","phone":"0123456789"},
                 "lines":[{"levelBand":"COLLEGE_6_5","count":3,"supports":["METHOD"],"channels":["VIDEO"]}]}\
                """).json().get("need").asString());
        }
        assertThat(team.post(API + "/" + needs.getFirst() + "/withdrawal", "{\"reason\":\"OTHER\"}")
                        .status())
                .isEqualTo(200);

        Http referent = new Http(port).as(Tokens.referent("77")).with("Accept", "text/html");
        String first = referent.get("/besoins").body();
        assertThat(shown(first, needs)).isEqualTo(50);
        assertThat(first).contains("Page 1 sur 2", "/besoins?page=2").doesNotContain(needs.getFirst());
        assertThat(shown(referent.get("/besoins?page=2").body(), needs)).isEqualTo(1);
        assertThat(referent.get("/besoins?page=99").body()).contains("Page 2 sur 2");
        String withdrawn = referent.get("/besoins?etat=WITHDRAWN").body();
        assertThat(shown(withdrawn, needs)).isEqualTo(1);
        assertThat(withdrawn).contains(needs.getFirst());

        // an address that another page or an old bookmark made: the list, and no refusal
        assertThat(referent.get("/besoins?etat=A_RAPPELER").body()).contains("Page 1 sur 2");

        String own = "?structure=structure-0770001H";
        var answer = team.get(API + own);
        assertThat(answer.json().size()).isEqualTo(52);
        assertThat(answer.response().headers().firstValue("Link")).isEmpty();
        assertThat(team.get(API + own + "&after=x").status()).isEqualTo(422);
        assertThat(team.get(API + own + "&status=WITHDRAWN").json().size()).isEqualTo(1);
    }

    @Test
    void many_needs_are_taken_at_once_and_one_that_a_colleague_has_is_said_to_be_theirs() {
        Http team = new Http(port).as(Tokens.coordinator());
        assertThat(team.postCsv("/api/needs/v1/structures/import", """
            UAI;Nom;Code_commune;Nom_commune
            0760001N;=Ecole;76540;Rouen
            """).status())
                .isEqualTo(200);
        List<String> needs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            needs.add(team.post(API, """
                {"structure":"0760001N","contact":{"name":"Mme Diallo","phone":"0123456789"},
                 "lines":[{"levelBand":"COLLEGE_6_5","count":3,"supports":["METHOD"],"channels":["VIDEO"]}]}\
                """).json().get("need").asString());
        }
        Http colleague = new Http(port).as(Tokens.of("collegue-76", List.of("referent"), List.of("76"), null, null));
        assertThat(colleague
                        .post(API + "/" + needs.getLast() + "/assignment", "{}")
                        .status())
                .isEqualTo(200);
        Http own = new Http(port).as(Tokens.referent("76")).with("Accept", "text/html");
        String rows = needs.stream().map(need -> "choix=" + need).collect(Collectors.joining("&"));
        assertThat(own.get("/besoins").body()).contains("value=\"" + needs.getFirst() + "\"", "/besoins/lot/prendre");

        assertThat(own.postForm("/besoins/lot/prendre?" + rows, Map.of()).body())
                .contains("Ce besoin sera à vous.", "Un·e collègue l’a déjà pris")
                .doesNotContain("??");
        for (int time = 0; time < 2; time++) {
            assertThat(own.postForm("/besoins/lot/prendre/fait?" + rows, Map.of("commande", "prise-" + rows))
                            .body()
                            .replace('\u00a0', ' '))
                    .contains("2 lignes : c’est fait.", "Une ligne n’a pas été faite");
        }
        String all = own.postForm("/besoins/lot/prendre/fait?" + rows, Map.of("commande", "prise-" + rows))
                .body();
        assertThat(all).contains("action=\"/besoins/lot/prendre/annulation\"", "Annuler ces 2");
        String sending = all.replaceAll("(?s).*name=\"lot\" value=\"([^\"]*)\".*", "$1");
        Http program = new Http(port).as(Tokens.referent("76"));
        assertThat(program.post(API + "/" + needs.get(1) + "/contact-attempts", "{\"reached\":true}")
                        .status())
                .isEqualTo(200);
        for (int time = 0; time < 2; time++) {
            assertThat(own.postForm(
                                    "/besoins/lot/prendre/annulation?" + rows,
                                    Map.of("lot", sending, "commande", "rendre-" + rows))
                            .body()
                            .replace('\u00a0', ' '))
                    .as("one was called meanwhile, one was a colleague's all along")
                    .contains("Une ligne est annulée.", "2 lignes restent comme elles sont", "déjà appuyé dessus")
                    .doesNotContain("??");
        }
        assertThat(shown(own.get("/besoins?qui=miens").body(), needs)).isEqualTo(1);
        assertThat(program.post(API + "/" + needs.getFirst() + "/assignment", "{}")
                        .status())
                .isEqualTo(200);
        String mine = own.get("/besoins?qui=miens").body();
        assertThat(shown(mine, needs)).isEqualTo(2);
        assertThat(own.get("/besoins/passation?choix=" + needs.getFirst()).body())
                .contains(needs.getFirst());
        String file = own.get("/besoins?qui=miens&colonnes=places,departement&fichier=csv")
                .body();
        assertThat(file.lines().toList())
                .hasSize(3)
                .first()
                .isEqualTo("\uFEFFDossier;Établissement;Commune;Places et niveaux;Département");
        assertThat(file).contains(";'=École;Rouen;3;76");
    }

    @Test
    void what_a_newer_version_wrote_stops_no_list() {
        Http team = new Http(port).as(Tokens.coordinator());
        assertThat(team.postCsv("/api/needs/v1/structures/import", """
            UAI;Nom;Code_commune;Nom_commune
            0880001Y;Ecole;88160;Epinal
            """).status())
                .isEqualTo(200);
        String need = team.post(API, """
            {"structure":"0880001Y","contact":{"name":"Mme Diallo","phone":"0123456789"},
             "lines":[{"levelBand":"COLLEGE_6_5","count":3,"supports":["METHOD"],"channels":["VIDEO"]},
                      {"levelBand":"LYCEE_GT","count":2,"supports":["METHOD"],"channels":["VIDEO"]}]}\
            """).json().get("need").asString();
        try {
            db.sql("update need set origin = 'LETTER', priority_audience = 'OUTRE_MER' where need = ?")
                    .param(need)
                    .update();
            db.sql("update need_line set profile = replace(profile::text, 'LYCEE_GT', 'MATERNELLE')::json"
                            + " where need = ?")
                    .param(need)
                    .update();
            db.sql("update structure set kind = 'LIBRARY', priority_status = 'OUTRE_MER' where uai = '0880001Y'")
                    .update();

            assertThat(team.get(API + "?structure=structure-0880001Y").body())
                    .contains("LETTER", "OUTRE_MER", "COLLEGE_6_5");
            Http referent = new Http(port).as(Tokens.referent("88")).with("Accept", "text/html");
            assertThat(referent.get("/besoins").body()).contains(need).doesNotContain("??");
            assertThat(referent.get("/besoins/" + need).body())
                    .contains("OUTRE_MER")
                    .doesNotContain("??");
        } finally {
            Rebuilt.all(readModels);
        }
    }

    private static long shown(String page, List<String> needs) {
        return needs.stream().filter(need -> page.contains("/besoins/" + need)).count();
    }
}
