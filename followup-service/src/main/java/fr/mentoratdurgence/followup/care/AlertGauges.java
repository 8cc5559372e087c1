package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.platform.watch.Gauges;
import fr.mentoratdurgence.platform.watch.Readings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open alerts about pairs by kind, {@code SILENCE} among them. */
@Component
class AlertGauges implements Gauges {
    private final JdbcClient db;

    AlertGauges(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void read(Readings readings) {
        for (AlertKind kind : AlertKind.values()) {
            readings.count("mentorat.pairs.alerts", "kind", kind.name(), 0);
        }
        db.sql("select kind, count(*) from pair_alert where resolved_on is null group by 1")
                .query(row -> {
                    readings.count("mentorat.pairs.alerts", "kind", row.getString(1), row.getLong(2));
                });
    }
}
