package fr.mentoratdurgence.followup.publishing;

import fr.mentoratdurgence.platform.test.Shapes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("reliability")
class StoredEventsTest {
    @Test
    void names_and_fields_of_stored_events_are_frozen() {
        Shapes.approve(new StoredEvents().followupEvents());
    }
}
