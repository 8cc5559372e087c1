package fr.mentoratdurgence.followup;

import fr.mentoratdurgence.platform.test.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void follow_up_keeps_the_rules_of_the_house() {
        Architecture.check("followup");
    }
}
