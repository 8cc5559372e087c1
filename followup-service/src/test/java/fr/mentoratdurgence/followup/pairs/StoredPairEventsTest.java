package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.test.Shapes;
import org.junit.jupiter.api.Test;

class StoredPairEventsTest {
    @Test
    void names_and_fields_of_stored_events_are_frozen() {
        Shapes.approve(new PairsConfiguration().pairEvents());
    }
}
