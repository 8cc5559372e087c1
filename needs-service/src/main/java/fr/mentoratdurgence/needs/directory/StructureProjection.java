package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.needs.directory.RelayStructureEvent.PriorityStatusRecorded;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.StructureRegistered;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.StructureRenamed;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.StructureVerified;
import fr.mentoratdurgence.platform.ReadModel;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The structures as they are now. Can be dropped and rebuilt from the events at any time. */
@Component
@ProcessingGroup(StructureProjection.NAME)
@ReadModel("structure")
class StructureProjection {
    static final String NAME = "structures";

    private final JdbcClient db;

    StructureProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(RelayStructureEvent event) {
        switch (event) {
            case StructureRegistered e -> register(e);
            case PriorityStatusRecorded e ->
                db.sql("update structure set priority_status = ? where structure = ?")
                        .params(e.status().name(), e.structure())
                        .update();
            case StructureRenamed _ -> {
                // the name itself stands beside the events
            }
            case StructureVerified e ->
                db.sql("update structure set verified = true where structure = ?")
                        .param(e.structure())
                        .update();
        }
    }

    private void register(StructureRegistered e) {
        db.sql("""
                insert into structure(structure, uai, kind, departement, academie, commune, source)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (structure) do update set kind = excluded.kind, departement = excluded.departement,
                    academie = excluded.academie, commune = excluded.commune, source = excluded.source""")
                .params(
                        e.structure(),
                        e.uai(),
                        e.kind().name(),
                        e.departement(),
                        e.academie(),
                        e.commune(),
                        e.source().name())
                .update();
    }
}
