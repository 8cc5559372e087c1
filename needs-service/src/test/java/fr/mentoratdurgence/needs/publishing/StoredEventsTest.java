package fr.mentoratdurgence.needs.publishing;

import fr.mentoratdurgence.platform.test.Shapes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("reliability")
class StoredEventsTest {

    @Test
    void stored_events_keep_their_approved_shape() {
        Shapes.approve(new PublishingConfiguration().needsEvents());
    }
}
