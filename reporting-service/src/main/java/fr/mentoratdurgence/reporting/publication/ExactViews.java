package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.reporting.bilan.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who saw exact figures, small numbers and all: an account without a name, when, in what form, of what. */
@Component
class ExactViews {
    private static final int NEWEST = 200;

    record View(Instant seenAt, String account, String form, Instant asOf, String territory) {}

    private final JdbcClient db;
    private final Clock clock;

    ExactViews(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void note(Person person, String form, Scope scope) {
        db.sql("insert into exact_view(seen_at, account, form, as_of, territory) values (?, ?, ?, ?, ?)")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        person.account(),
                        form,
                        scope.asOf().atOffset(ZoneOffset.UTC),
                        scope.territory().id())
                .update();
    }

    List<View> newest() {
        return db.sql(
                        "select seen_at, account, form, as_of, territory from exact_view order by seen_at desc, id desc limit "
                                + NEWEST)
                .query((row, _) -> new View(
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        row.getString("account"),
                        row.getString("form"),
                        row.getObject("as_of", OffsetDateTime.class).toInstant(),
                        row.getString("territory")))
                .list();
    }
}
