package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.test.Shapes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("reliability")
class StoredEventsTest {

    @Test
    void stored_events_keep_their_approved_shapes_and_obey_the_law() {
        Shapes.approve(ProposingConfiguration.types());
    }
}
