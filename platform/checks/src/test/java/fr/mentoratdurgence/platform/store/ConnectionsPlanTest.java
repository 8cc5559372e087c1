package fr.mentoratdurgence.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.mentoratdurgence.platform.test.LocalParts;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pools against what a real PostgreSQL lets in: 300, of which three for its administrators. */
class ConnectionsPlanTest {
    @Test
    void more_instances_than_the_server_lets_in_are_said_at_the_start_and_what_to_do() {
        LocalParts.Database database = LocalParts.database();
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.url());
            pool.setUsername(database.user());
            pool.setPassword(database.password());
            pool.setMaximumPoolSize(12);
            JdbcClient db = JdbcClient.create(pool);

            assertThat(new ConnectionsPlan(pool, db, 6).fault()).isEmpty();
            assertThat(new ConnectionsPlan(pool, db, 40).fault())
                    .hasValueSatisfying(sentence -> assertThat(sentence)
                            .contains("lets 297 connections in", "40 instances", "with 12 each", "ask for 490")
                            .contains("max_connections to 493"));
        }
    }
}
