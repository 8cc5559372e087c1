package fr.mentoratdurgence.needs;

import fr.mentoratdurgence.needs.directory.RelayStructureEvent;
import fr.mentoratdurgence.needs.intake.NeedEvent;
import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.test.Shapes;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredEventsTest {

    @Test
    void stored_events_keep_their_approved_shape() {
        Shapes.approve(new EventTypes("needs", List.of(RelayStructureEvent.class, NeedEvent.class)));
    }
}
