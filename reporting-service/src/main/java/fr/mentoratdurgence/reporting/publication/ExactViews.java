package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.MomentColumns;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.reporting.bilan.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who saw exact figures, small numbers and all: an account without a name, when, in what form, of what. */
public class ExactViews {
    private static final int NEWEST = 200;

    record View(
            Instant seenAt,
            String account,
            String form,
            Instant asOf,
            @Nullable LocalDate happenedUntil,
            String territory) {}

    private final JdbcClient db;
    private final Clock clock;

    ExactViews(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Notes that a person saw them. */
    public void note(Person person, String form, Scope scope) {
        db.sql("""
                insert into exact_view(seen_at, account, form, as_of, happened_until, territory)
                values (:seenAt, :account, :form, :asOf, :happenedUntil, :territory)""")
                .param("seenAt", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", person.account())
                .param("form", form)
                .param("asOf", scope.asOf().atOffset(ZoneOffset.UTC))
                .param("happenedUntil", scope.happenedUntil())
                .param("territory", scope.territory().id())
                .update();
    }

    List<View> newest() {
        return db.sql("select seen_at, account, form, as_of, happened_until, territory from exact_view"
                        + " order by seen_at desc, id desc limit " + NEWEST)
                .query((row, _) -> new View(
                        MomentColumns.instant(row, "seen_at"),
                        row.getString("account"),
                        row.getString("form"),
                        MomentColumns.instant(row, "as_of"),
                        row.getObject("happened_until", LocalDate.class),
                        row.getString("territory")))
                .list();
    }
}
