package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.platform.SharedLock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which needs of a structure came from a file: ids only, to find again what a file says a second time. */
final class ImportedNeeds {
    private final JdbcClient db;

    ImportedNeeds(JdbcClient db) {
        this.db = db;
    }

    /** One file at a time for a structure, until the transaction ends: the second one sees what the first has done. */
    List<String> of(String structure) {
        SharedLock.untilCommit(db, "needs imported for " + structure);
        return db.sql("select need from imported_need where structure = ? order by number")
                .param(structure)
                .query(String.class)
                .list();
    }

    void keep(String structure, String need) {
        db.sql("insert into imported_need(structure, need) values (?, ?)")
                .params(structure, need)
                .update();
    }
}
