package fr.mentoratdurgence.needs.board;

import fr.mentoratdurgence.platform.watch.Gauges;
import fr.mentoratdurgence.platform.watch.Readings;
import java.util.EnumSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Needs that wait for the team, by state, and since when the oldest has waited for its first call. */
@Component
class NeedGauges implements Gauges {
    private final JdbcClient db;

    NeedGauges(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void read(Readings readings) {
        for (NeedStatus status : EnumSet.of(NeedStatus.DECLARED, NeedStatus.ASSIGNED, NeedStatus.CONTACTED)) {
            readings.count("mentorat.needs.waiting", "status", status.name(), 0);
        }
        db.sql("select status, count(*) from need where status in ('DECLARED', 'ASSIGNED', 'CONTACTED') group by 1")
                .query(row -> {
                    readings.count("mentorat.needs.waiting", "status", row.getString(1), row.getLong(2));
                });
        readings.since(
                "mentorat.needs.oldest",
                db,
                "select min(declared_at) from need where status in ('DECLARED', 'ASSIGNED')");
    }
}
