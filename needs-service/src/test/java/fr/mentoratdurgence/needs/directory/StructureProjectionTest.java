package fr.mentoratdurgence.needs.directory;

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
class StructureProjectionTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ReadModels readModels;

    @Test
    void a_rebuild_gives_the_same_rows() {
        load("2020-03-02;REP");
        load("2020-04-02;REP+");
        List<Map<String, Object>> live = rows();
        assertThat(live).isNotEmpty();

        Rebuilt.holdTheSame(readModels, this::rows);
    }

    private void load(String dateAndStatus) {
        String csv =
                "UAI;Nom;Code_commune;Nom_commune;date_maj_ligne;ep\n0940206N;Ecole;94034;Fresnes;" + dateAndStatus;
        assertThat(new Http(port)
                        .as(Tokens.role("ops"))
                        .postCsv("/api/needs/v1/structures/import", csv)
                        .status())
                .isEqualTo(200);
    }

    private List<Map<String, Object>> rows() {
        return db.sql("select * from structure order by structure").query().listOfRows();
    }
}
