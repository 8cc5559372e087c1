package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of the team follows what a structure or a mentor has to do with. Who left the team follows nothing. */
@Component
class Followers {
    private static final String HERE =
            " and not exists (select 1 from staff_place s where s.account = t.referent and s.left_on is not null)";
    private static final String PAIRS =
            "select t.referent, t.need, t.pair, t.proposal from pair t where t.status = 'LIVE' and ";
    private static final String NEEDS = """
            select t.referent, t.need, '' as pair, '' as proposal from known_need t
            where t.referent is not null and t.status <> 'WITHDRAWN' and\s""";

    private final JdbcClient db;

    Followers(JdbcClient db) {
        this.db = db;
    }

    /** What one person of the team follows of it. */
    record Follows(boolean need, boolean pair) {
        Follows and(Follows other) {
            return new Follows(need || other.need, pair || other.pair);
        }
    }

    private record Row(String referent, String need, String pair, String proposal) {
        boolean isPair() {
            return !pair.isEmpty();
        }

        boolean speaksOf(String about, String needOfAbout) {
            return isPair()
                    ? about.equals(pair) || about.equals(need) || about.equals(proposal)
                    : needOfAbout.equals(need);
        }
    }

    /**
     * By account.
     *
     * @param about a need, a pair or a proposal; empty = all that this person has to do with
     */
    Map<String, Follows> of(Person person, String about) {
        String need = needOf(about);
        Map<String, Follows> followers = new TreeMap<>();
        rows(person).stream()
                .filter(row -> about.isEmpty() || row.speaksOf(about, need))
                .forEach(
                        row -> followers.merge(row.referent(), new Follows(!row.isPair(), row.isPair()), Follows::and));
        return followers;
    }

    private List<Row> rows(Person person) {
        List<Row> rows = new ArrayList<>();
        String link = person.link() == null ? "" : person.link();
        if (person.speaksAsMentor()) {
            rows.addAll(list(PAIRS + "t.mentor = :own and :link in ('', t.pair, t.proposal)", person.mentor(), link));
            rows.addAll(list(NEEDS + """
                    t.need in (select p.need from known_proposal p where p.mentor = :own
                        and p.status in ('WAITING', 'ACCEPTED') and :link in ('', p.proposal))""", person.mentor(), link));
        }
        if (person.has("structure") && person.structure() != null) {
            rows.addAll(list(PAIRS + "t.structure = :own and :link = ''", person.structure(), link));
            rows.addAll(list(NEEDS + "t.structure = :own and :link = ''", person.structure(), link));
        }
        if (!link.isEmpty() && person.mentor() == null) {
            String need = needOf(link);
            rows.addAll(list(PAIRS + "t.need = :own and :link in (t.need, t.pair, t.proposal)", need, link));
            rows.addAll(list(NEEDS + "t.need = :own and :link <> ''", need, link));
        }
        return rows;
    }

    private List<Row> list(String query, @Nullable String own, String link) {
        return db.sql(query + HERE)
                .param("own", own == null ? "" : own)
                .param("link", link)
                .query(Row.class)
                .list();
    }

    /** Of which need that is. */
    private String needOf(String subject) {
        if (subject.isEmpty() || subject.startsWith("need-")) {
            return subject;
        }
        return db
                .sql("select need from pair where pair = ? union select need from known_proposal where proposal = ?")
                .params(subject, subject)
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .orElse("");
    }
}
