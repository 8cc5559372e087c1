package fr.mentoratdurgence.needs.directory;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people call the structures, for everybody to read: as the ministry's directory says, or as a form said and the team
 * has checked. Beside the events, because a name is free text.
 */
public class StructureNameBook {
    private static final String KEEP = """
            insert into structure_name(structure, name, commune) values (?, ?, ?)
            on conflict (structure) do update set name = excluded.name, commune = excluded.commune
            where (structure_name.name, structure_name.commune) is distinct from (excluded.name, excluded.commune)""";

    private final JdbcTemplate batches;
    private final JdbcClient db;

    StructureNameBook(JdbcTemplate batches, JdbcClient db) {
        this.batches = batches;
        this.db = db;
    }

    /** Keeps the names of directory entries; the directory is right. */
    void keep(List<DirectoryEntry> entries) {
        List<Object[]> rows = entries.stream()
                .map(e -> row(e.facts().uai().structure(), e.names()))
                .toList();
        batches.batchUpdate(KEEP, rows);
    }

    /** Keeps the names that a form gave and that somebody of the team has checked; a name that is known already stays. */
    public void keepVerified(String structure, StructureNames names) {
        db.sql("insert into structure_name(structure, name, commune) values (?, ?, ?) on conflict do nothing")
                .params(row(structure, names))
                .update();
    }

    private static Object[] row(String structure, StructureNames names) {
        StructureNames shown = names.inOrdinaryCase();
        return new Object[] {structure, shown.name(), shown.commune()};
    }
}
