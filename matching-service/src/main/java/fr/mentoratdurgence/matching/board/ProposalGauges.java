package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.platform.watch.Gauges;
import fr.mentoratdurgence.platform.watch.Readings;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals that wait for an answer or a decision, by state, and for how long the oldest has. */
@Component
class ProposalGauges implements Gauges {
    private final JdbcClient db;

    ProposalGauges(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void read(Readings readings) {
        for (String status : List.of("PROPOSED", "TRIAL", "ACCEPTED")) {
            readings.count("mentorat.proposals.awaiting", "status", status, 0);
        }
        db.sql("select status, count(*) from proposal where status in ('PROPOSED', 'TRIAL', 'ACCEPTED') group by 1")
                .query(row -> {
                    readings.count("mentorat.proposals.awaiting", "status", row.getString(1), row.getLong(2));
                });
        readings.since(
                "mentorat.proposals.oldest",
                db,
                "select min(proposed_at) from proposal where status in ('PROPOSED', 'ACCEPTED')");
    }
}
