package fr.mentoratdurgence.reporting.assessment;

import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.test.Shapes;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredAssessmentEventsTest {
    @Test
    void names_and_fields_of_stored_events_are_frozen() {
        Shapes.approve(new EventTypes("reporting", List.of(AssessmentEvent.class)));
    }
}
