package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.platform.watch.Gauges;
import fr.mentoratdurgence.platform.watch.Readings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when the history is known to be whole: the service that has said longest ago how far it has told. */
@Component
class HistoryGauges implements Gauges {
    private final JdbcClient db;

    HistoryGauges(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void read(Readings readings) {
        readings.since("mentorat.history.behind", db, "select min(recorded_until) from publisher_position");
    }
}
