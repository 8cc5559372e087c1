package fr.mentoratdurgence.needs;

import fr.mentoratdurgence.platform.test.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_house_rules_hold() {
        Architecture.check("needs");
    }
}
