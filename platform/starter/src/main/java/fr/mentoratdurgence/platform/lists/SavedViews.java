package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Views of lists that somebody of the team kept: addresses, hence codes. They have no names of their own, they are called by
 * what they show, so nothing about anybody is typed into them.
 */
public class SavedViews {
    /** Of one person and one list. */
    static final int MOST = 8;

    private static final Duration KEPT = Duration.ofDays(365);

    /** One of them. */
    record Saved(String id, String address) {}

    private final JdbcClient db;
    private final Ids ids;
    private final Clock clock;

    SavedViews(JdbcClient db, Ids ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those of a list, in the order in which they were kept. */
    List<Saved> of(String account, String list) {
        return db.sql("select id, address from saved_view where account = ? and list = ? order by saved_at, id")
                .params(account, list)
                .query(Saved.class)
                .list();
    }

    /** Keeps one more; false where there are enough. The same again changes nothing. */
    @Transactional
    public boolean keep(String account, String list, String address) {
        db.sql("delete from saved_view where saved_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        List<Saved> there = of(account, list);
        if (there.stream().anyMatch(saved -> saved.address().equals(address))) {
            return true;
        }
        if (there.size() >= MOST) {
            return false;
        }
        db.sql("""
                insert into saved_view(id, account, list, address, saved_at) values (?, ?, ?, ?, ?)
                on conflict (account, list, address) do nothing""")
                .params(
                        ids.next("view"),
                        account,
                        list,
                        address,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    /** Keeps it no longer; that of somebody else stays. */
    void drop(String account, String id) {
        db.sql("delete from saved_view where account = ? and id = ?")
                .params(account, id)
                .update();
    }

    /** Nothing of this account stays. */
    public void forget(String account) {
        db.sql("delete from saved_view where account = ?").param(account).update();
    }
}
