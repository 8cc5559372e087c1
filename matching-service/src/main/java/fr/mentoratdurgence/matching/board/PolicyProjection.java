package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.proposing.PolicyEvent;
import fr.mentoratdurgence.matching.proposing.PolicyEvent.PolicyActivated;
import fr.mentoratdurgence.matching.proposing.PolicyEvent.PolicyPublished;
import fr.mentoratdurgence.platform.ReadModel;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the policy, one of them active. */
@Component
@ProcessingGroup(PolicyProjection.NAME)
@ReadModel("policy_version")
class PolicyProjection {
    static final String NAME = "policies";

    private final JdbcClient db;

    PolicyProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(PolicyEvent event) {
        switch (event) {
            case PolicyPublished e ->
                db.sql("""
                        insert into policy_version(version, content, published_by, published_at, active)
                        values (?, cast(? as json), ?, ?, false)""")
                        .params(
                                e.version(),
                                Json.write(e.content()),
                                e.by(),
                                e.publishedAt().atOffset(ZoneOffset.UTC))
                        .update();
            case PolicyActivated e -> {
                db.sql("update policy_version set active = (version = ?)")
                        .param(e.version())
                        .update();
                db.sql("update policy_version set activated_by = ?, activated_at = ? where version = ?")
                        .params(e.by(), e.activatedAt().atOffset(ZoneOffset.UTC), e.version())
                        .update();
            }
        }
    }
}
