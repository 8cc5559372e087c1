package fr.mentoratdurgence.needs.board;

import fr.mentoratdurgence.platform.test.Consumers;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class NeedsInboxTest {
    @Test
    @SuppressWarnings("NullAway") // the table alone is asked, nothing is written
    void the_table_of_contracts_says_what_is_heard_here() throws IOException {
        JdbcClient db = JdbcClient.create(new DriverManagerDataSource());
        Consumers.check(
                "needs",
                new NeedsInbox(db, null, null, new MentorsApart(db)).hearing().heard());
    }
}
