package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.proposing.ReferentEvent;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.PairAssigned;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.PairUnassigned;
import fr.mentoratdurgence.platform.ReadModel;
import java.util.Arrays;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who follows which pair, and how many. */
@Component
@ProcessingGroup(ReferentProjection.NAME)
@ReadModel({"referent_pair", "referent_load"})
class ReferentProjection {
    static final String NAME = "referents";

    private final JdbcClient db;

    ReferentProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(ReferentEvent event) {
        switch (event) {
            case PairAssigned e -> {
                db.sql("insert into referent_pair(pair, account, override) values (?, ?, ?)")
                        .params(Arrays.asList(
                                e.pair(),
                                e.account(),
                                e.override() == null ? null : e.override().name()))
                        .update();
                sum(e.account());
            }
            case PairUnassigned e ->
                db.sql("delete from referent_pair where pair = ? returning account")
                        .param(e.pair())
                        .query(String.class)
                        .optional()
                        .ifPresent(this::sum);
        }
    }

    /** What lists show of all pairs of an account stands with the account: set from them, not added to. */
    private void sum(String account) {
        db.sql("""
                insert into referent_load(account, pairs)
                select :account, count(*) from referent_pair where account = :account
                on conflict (account) do update set pairs = excluded.pairs""").param("account", account).update();
    }
}
