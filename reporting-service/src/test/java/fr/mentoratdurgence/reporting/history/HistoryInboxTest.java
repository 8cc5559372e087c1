package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.platform.test.Consumers;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HistoryInboxTest {
    @Test
    void the_table_of_contracts_says_what_is_heard_here() throws IOException {
        Consumers.check("reporting", ContractTypes.all().keySet());
    }
}
