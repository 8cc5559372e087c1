package fr.mentoratdurgence.mentor;

import fr.mentoratdurgence.platform.test.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_service_keeps_the_rules_of_the_house() {
        Architecture.check("mentor");
    }
}
