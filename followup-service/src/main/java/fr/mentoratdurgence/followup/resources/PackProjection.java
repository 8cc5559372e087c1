package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.followup.resources.PackEvent.ResourceShared;
import fr.mentoratdurgence.followup.resources.PackEvent.ResourceUsed;
import fr.mentoratdurgence.platform.ReadModel;
import java.util.Arrays;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was shared, and what of it served. Can be dropped and rebuilt from the events at any time. */
@Component
@ProcessingGroup("packs")
@ReadModel({"resource_share", "resource_use"})
class PackProjection {
    private final JdbcClient db;

    PackProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(PackEvent event) {
        switch (event) {
            case ResourceShared e ->
                set(
                        """
                        insert into resource_share(need, line, pair, resource, side, support, shared_on)
                        values (?, ?, coalesce(?, ''), ?, ?, ?, ?) on conflict do nothing""",
                        e.need(),
                        e.line(),
                        e.pair(),
                        e.resource(),
                        e.side().name(),
                        e.support().name(),
                        e.sharedOn());
            case ResourceUsed e -> set("""
                        insert into resource_use(pair, resource, used_on) values (?, ?, ?)
                        on conflict do nothing""", e.pair(), e.resource(), e.usedOn());
        }
    }

    private void set(String sql, @Nullable Object... values) {
        db.sql(sql).params(Arrays.asList(values)).update();
    }
}
