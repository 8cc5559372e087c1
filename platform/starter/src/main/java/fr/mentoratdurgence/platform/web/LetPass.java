package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.personaldata.Find;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * A référent may let a false alarm pass, with a reason of a closed list. What stays of it is who, when, which rules and why:
 * of the words a keyed mark only, by which the same account's later steps know them again.
 */
final class LetPass implements PersonalDataCheck.FalseAlarms {
    /** Why words that were seen tell on nobody. */
    enum Reason {
        /** Who is read or studied in class. */
        FIGURE_OR_WORK,
        /** What a place or a body is called. */
        INSTITUTION,
        /** A word of everyday language. */
        EVERYDAY_WORD,
        /** A reference that is nobody's number. */
        REFERENCE
    }

    /** Before the name of the field, in a form or in the query of an API call. */
    static final String PARAMETER = "fausse-alerte.";

    private final JdbcClient db;
    private final PersonalDataCipher cipher;
    private final Clock clock;

    LetPass(JdbcClient db, PersonalDataCipher cipher, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public boolean letsPass(String field, List<Find> seen) {
        Person person = People.current();
        if (!person.inTeam()) {
            return false;
        }
        String words = seen.stream()
                .map(find -> find.kind().id() + ":" + find.words())
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        String mark = cipher.mark(words, person.account());
        Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(asked(field)))
                .findFirst()
                .ifPresent(reason -> record(person, field, seen, reason, mark));
        return db.sql("select exists (select 1 from false_alarm where account = ? and mark = ?)")
                .params(person.account(), mark)
                .query(Boolean.class)
                .single();
    }

    private void record(Person person, String field, List<Find> seen, Reason reason, String mark) {
        db.sql("""
                insert into false_alarm(account, role, field, rules, reason, mark, occurred_at) values (?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(
                        person.account(),
                        person.actor().role(),
                        field,
                        seen.stream()
                                .map(find -> find.kind().id())
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(" ")),
                        reason.name(),
                        mark,
                        Timestamp.from(clock.instant()))
                .update();
    }

    private static String asked(String field) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return String.valueOf(request.getParameter(PARAMETER + field));
        }
        return "";
    }
}
