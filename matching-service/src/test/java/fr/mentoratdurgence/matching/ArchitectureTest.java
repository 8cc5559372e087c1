package fr.mentoratdurgence.matching;

import fr.mentoratdurgence.platform.test.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_rules_of_the_house_hold() {
        Architecture.check("matching");
    }
}
