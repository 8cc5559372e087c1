package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.platform.watch.Gauges;
import fr.mentoratdurgence.platform.watch.Readings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications that wait for their interview, and for how long the oldest has, in whole days of Paris. */
@Component
class ApplicationGauges implements Gauges {
    private static final String WAITING =
            " from mentor_row where status = 'APPLIED' and screened_on is null and " + MentorBoard.GOES_ON;

    private final JdbcClient db;

    ApplicationGauges(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void read(Readings readings) {
        readings.count("mentorat.applications.waiting", db, "select count(*)" + WAITING);
        readings.since(
                "mentorat.applications.oldest",
                db,
                "select min(applied_on)::timestamp at time zone 'Europe/Paris'" + WAITING);
    }
}
