package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.proposing.RunEvent;
import fr.mentoratdurgence.matching.proposing.RunEvent.MatchingRunCompleted;
import fr.mentoratdurgence.matching.proposing.RunEvent.MatchingRunStarted;
import fr.mentoratdurgence.platform.ReadModel;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Matching runs with what they started from and what they brought. */
@Component
@ProcessingGroup(RunProjection.NAME)
@ReadModel("matching_run")
class RunProjection {
    static final String NAME = "runs";

    private final JdbcClient db;

    RunProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(RunEvent event) {
        switch (event) {
            case MatchingRunStarted e ->
                db.sql("""
                        insert into matching_run(run, policy_version, seed, input_position, seats, capacity, started_at,
                            input_gaps)
                        values (?, ?, ?, ?, ?, ?, ?, cast(? as json))""")
                        .params(Arrays.asList(
                                e.stream(),
                                e.policyVersion(),
                                e.seed(),
                                e.inputPosition(),
                                e.seats(),
                                e.capacity(),
                                e.startedAt().atOffset(ZoneOffset.UTC),
                                e.inputGaps() == null ? null : Json.write(e.inputGaps())))
                        .update();
            case MatchingRunCompleted e ->
                db.sql("""
                        update matching_run set proposals = ?, refused = ?, outcome = cast(? as json) where run = ?""")
                        .params(Arrays.asList(
                                e.proposals(),
                                e.refused(),
                                e.outcome() == null ? null : Json.write(e.outcome()),
                                e.stream()))
                        .update();
        }
    }
}
