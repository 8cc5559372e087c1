package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.proposing.ReferentEvent;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.PairAssigned;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.PairUnassigned;
import fr.mentoratdurgence.platform.ReadModel;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who follows which pair. */
@Component
@ProcessingGroup(ReferentProjection.NAME)
@ReadModel("referent_pair")
class ReferentProjection {
    static final String NAME = "referents";

    private final JdbcClient db;

    ReferentProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(ReferentEvent event) {
        switch (event) {
            case PairAssigned e ->
                db.sql("insert into referent_pair(pair, account, assigned_at, override) values (?, ?, ?, ?)")
                        .params(Arrays.asList(
                                e.pair(),
                                e.account(),
                                e.assignedAt().atOffset(ZoneOffset.UTC),
                                e.override() == null ? null : e.override().name()))
                        .update();
            case PairUnassigned e ->
                db.sql("delete from referent_pair where pair = ?")
                        .param(e.pair())
                        .update();
        }
    }
}
