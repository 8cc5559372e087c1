package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.platform.test.Shapes;
import org.junit.jupiter.api.Test;

class StoredMentorEventsTest {

    @Test
    void stored_events_keep_their_approved_shape() {
        Shapes.approve(new OnboardingConfiguration().mentorEvents());
    }
}
