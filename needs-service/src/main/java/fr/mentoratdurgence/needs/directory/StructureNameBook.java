package fr.mentoratdurgence.needs.directory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people call the structures, for everybody to read: as the ministry's directory says, or as a form said and the team
 * has checked. Beside the events, because a name is free text.
 */
public class StructureNameBook {
    private static final String KEEP = """
            insert into structure_name(structure, name, commune, published) values (?, ?, ?, ?)
            on conflict (structure) do update
            set name = excluded.name, commune = excluded.commune, published = excluded.published
            where (structure_name.name, structure_name.commune, structure_name.published)
                is distinct from (excluded.name, excluded.commune, excluded.published)""";

    private final JdbcTemplate batches;
    private final JdbcClient db;

    StructureNameBook(JdbcTemplate batches, JdbcClient db) {
        this.batches = batches;
        this.db = db;
    }

    /**
     * Keeps the names of directory entries; the directory is right.
     *
     * @param published the entries come from the directory as a whole, where a school may bear a person's name alone
     */
    void keep(List<DirectoryEntry> entries, boolean published) {
        List<Object[]> rows = entries.stream()
                .map(e -> row(e.facts().uai().structure(), e.names(), published))
                .toList();
        batches.batchUpdate(KEEP, rows);
    }

    /** Of these structures, those that have other names here. */
    Set<String> otherwise(List<DirectoryEntry> entries) {
        record Known(String structure, String name, String commune) {}
        Map<String, StructureNames> known = db
                .sql("select structure, name, commune from structure_name where structure in (:structures)")
                .param(
                        "structures",
                        entries.stream().map(e -> e.facts().uai().structure()).toList())
                .query(Known.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Known::structure, k -> new StructureNames(k.name(), k.commune())));
        return entries.stream()
                .filter(e -> {
                    StructureNames shown = e.names().inOrdinaryCase();
                    return !shown.equals(known.getOrDefault(e.facts().uai().structure(), shown));
                })
                .map(e -> e.facts().uai().structure())
                .collect(Collectors.toSet());
    }

    /** Keeps the names that a form gave and that somebody of the team has checked; a name that is known already stays. */
    public void keepVerified(String structure, StructureNames names) {
        db.sql("""
                insert into structure_name(structure, name, commune, published) values (?, ?, ?, ?)
                on conflict do nothing""").params(row(structure, names, false)).update();
    }

    private static Object[] row(String structure, StructureNames names, boolean published) {
        StructureNames shown = names.inOrdinaryCase();
        return new Object[] {structure, shown.name(), shown.commune(), published};
    }
}
