package fr.mentoratdurgence.platform.accounts;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For ops: who was erased here, by number alone, so that they stay so where an older backup is put back. */
@RestController
@RequestMapping("${mentorat.api}/ops/erasures")
class ErasuresApi {
    private static final int PORTION = 10_000;

    private final JdbcClient db;

    ErasuresApi(JdbcClient db) {
        this.db = db;
    }

    /** Somebody who was erased, and when. */
    record Erased(String person, Instant erasedAt) {}

    /**
     * The next ones, in the order of their numbers; fewer than {@value #PORTION} are the last.
     *
     * @param after number of the last one before; empty at the beginning
     */
    @GetMapping
    List<Erased> erased(@RequestParam(defaultValue = "") String after) {
        return db.sql("select person, erased_at from erased_person where person > ? order by person limit ?")
                .params(after, PORTION)
                .query((row, _) ->
                        new Erased(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
    }
}
