package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Which part of a long list: so many after so many. */
public record Page(int offset, int limit) {
    static final String SQL = " offset :offset limit :limit";

    /** Says which page of the first rows in a person's territory. */
    StatementSpec of(StatementSpec query, Person person) {
        return FirstRows.of(query, person, (long) offset + limit)
                .param("offset", offset)
                .param("limit", limit);
    }
}
