package fr.mentoratdurgence.needs.board;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.readmodel.ReadModels;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Rebuilt;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class NeedBoardProjectionTest {
    private static final String API = "/api/needs/v1/needs";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ReadModels readModels;

    @Test
    void a_rebuild_gives_the_same_rows() {
        declareAndQualify();
        Map<String, List<Map<String, Object>>> live = rows();
        assertThat(live.get("need")).isNotEmpty();
        assertThat(live.get("call")).hasSizeGreaterThanOrEqualTo(2);

        Rebuilt.holdTheSame(readModels, this::rows);
    }

    private void declareAndQualify() {
        Http team = new Http(port).as(Tokens.coordinator());
        assertThat(team.postCsv("/api/needs/v1/structures/import", """
                        UAI;Nom;Code_commune;Nom_commune
                        0940176F;Ecole;94034;Fresnes
                        """).status())
                .isEqualTo(200);
        String need = team.post(API, """
                        {"structure":"0940176F","contact":{"name":"Mme Diallo","phone":"0123456789"},
                         "lines":[{"levelBand":"CP_CE2","count":2,"supports":["CULTURE"],"channels":["PHONE"]},
                                  {"levelBand":"COLLEGE_6_5","count":3,"supports":["METHOD"],"channels":["VIDEO"]}]}""").json().get("need").asString();
        for (var act : List.of(
                Map.entry("assignment", "{}"),
                Map.entry("contact-attempts", "{\"reached\":false}"),
                Map.entry("contact-attempts", "{\"reached\":true}"),
                Map.entry("lines/2/revision", "{\"count\":5}"),
                Map.entry("qualification", "{\"familyLinkAcknowledged\":true}"),
                Map.entry("withdrawal", "{\"reason\":\"OTHER\"}"))) {
            assertThat(team.post(API + "/" + need + "/" + act.getKey(), act.getValue())
                            .status())
                    .as(act.getKey())
                    .isEqualTo(200);
        }
    }

    private Map<String, List<Map<String, Object>>> rows() {
        return Map.of(
                "need",
                db.sql("select * from need order by need").query().listOfRows(),
                "call",
                db.sql("select * from need_call order by need, number").query().listOfRows(),
                "line",
                db.sql("select need, line, count, profile::text from need_line order by need, line")
                        .query()
                        .listOfRows());
    }
}
