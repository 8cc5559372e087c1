package fr.mentoratdurgence.platform.accounts;

import fr.mentoratdurgence.platform.SystemFault;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Logins that must go. Asked for in the transaction that erases the person, done as soon as Keycloak answers: an
 * erasure neither waits for Keycloak nor forgets it.
 */
public final class AccountRemovals {
    private static final Logger LOG = LoggerFactory.getLogger(AccountRemovals.class);

    private final JdbcClient db;
    private final Accounts accounts;
    private final Clock clock;

    AccountRemovals(JdbcClient db, Accounts accounts, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Takes part in the caller's transaction. */
    public void request(String account) {
        db.sql("insert into account_removal(account, requested_at) values (?, ?) on conflict do nothing")
                .params(account, Timestamp.from(clock.instant()))
                .update();
    }

    /** How many are asked for and not gone yet. */
    int waiting() {
        return db.sql("select count(*) from account_removal")
                .query(Integer.class)
                .single();
    }

    /** Removes what is asked for; what does not go now stays asked for, and is tried again after the others. */
    @Scheduled(fixedDelay = 30, initialDelay = 10, timeUnit = TimeUnit.SECONDS)
    public void work() {
        List<String> asked = db.sql(
                        "select account from account_removal order by coalesce(tried_at, requested_at) limit 100")
                .query(String.class)
                .list();
        for (String account : asked) {
            try {
                accounts.remove(account);
                db.sql("delete from account_removal where account = ?")
                        .param(account)
                        .update();
            } catch (SystemFault refused) {
                LOG.error("Keycloak refuses to remove {}: it is tried again ({})", account, refused.getMessage());
                tried(account);
            } catch (AccountsUnavailable notNow) {
                LOG.warn("Keycloak does not answer: a login waits to be removed");
                tried(account);
                return;
            }
        }
    }

    private void tried(String account) {
        db.sql("update account_removal set tried_at = ? where account = ?")
                .params(Timestamp.from(clock.instant()), account)
                .update();
    }
}
