package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.search.PeopleIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The structures that are known, to look up. */
public class StructureDirectory {

    /**
     * A structure as everybody may see it: an institution, no person.
     *
     * @param academie name of the académie
     */
    public record Entry(
            String structure,
            String uai,
            String name,
            StructureKind kind,
            String commune,
            String departement,
            String academie,
            PriorityAudience priorityStatus,
            boolean verified) {
        /** Whether its name is known, from the ministry's directory or by a check of the team; the UAI stands for it otherwise. */
        public boolean hasName() {
            return !name.equals(uai);
        }
    }

    private static final String ENTRY = """
            select s.structure, s.uai, coalesce(n.name, s.uai) as name, s.kind, coalesce(n.commune, '') as commune,
                   s.departement, s.priority_status, s.verified
            from structure s left join structure_name n on n.structure = s.structure
            """;

    private final JdbcClient db;

    StructureDirectory(JdbcClient db) {
        this.db = db;
    }

    /** The structure with this UAI. */
    public Optional<Entry> find(Uai uai) {
        return find(Set.of(uai)).stream().findFirst();
    }

    /** Structures of the territory that somebody looks for, by UAI, name and commune, or by who speaks for them. */
    public List<Entry> search(Person person, String typed, PeopleIndex.Query people, int most) {
        Map<String, Object> params = new HashMap<>(people.params());
        String found = "(%s) union select p.structure from contact_person p join %s f on f.person = p.contact"
                .formatted(SearchedStructures.of(typed, params), PeopleIndex.FOUND);
        return db.sql(ENTRY + "where s.structure in (" + found
                        + ") and (:everywhere or s.departement = any(cast(:territory as text[])))"
                        + " order by name, s.uai limit :most")
                .params(params)
                .param("everywhere", person.territory().contains("*"))
                .param("territory", person.territory().toArray(String[]::new))
                .param("most", most)
                .query(StructureDirectory::entry)
                .list();
    }

    /** The structures with these UAI, as far as they are known. */
    List<Entry> find(Set<Uai> uais) {
        if (uais.isEmpty()) {
            return List.of();
        }
        return db.sql(ENTRY + "where s.uai in (:uais)")
                .param("uais", uais.stream().map(Uai::code).toList())
                .query(StructureDirectory::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        String departement = row.getString("departement");
        return new Entry(
                row.getString("structure"),
                row.getString("uai"),
                row.getString("name"),
                Code.known(StructureKind.class, row.getString("kind")).orElse(StructureKind.OTHER),
                row.getString("commune"),
                departement,
                Departements.of(departement).map(one -> one.academieLabel()).orElse(""),
                Code.known(PriorityAudience.class, row.getString("priority_status"))
                        .orElse(PriorityAudience.NONE),
                row.getBoolean("verified"));
    }
}
