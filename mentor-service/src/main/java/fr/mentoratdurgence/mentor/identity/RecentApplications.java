package fr.mentoratdurgence.mentor.identity;

import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Applications as they were sent, sealed, for as long as whoever sent one may mend the address in it. It makes no
 * difference whether somebody was known already: both are kept, both are mended the same way.
 */
public class RecentApplications {
    /** Long enough to see that no letter comes. */
    private static final Duration KEPT = Duration.ofHours(2);

    private final JdbcClient db;
    private final PersonalDataCipher cipher;
    private final Ids ids;
    private final Clock clock;

    RecentApplications(JdbcClient db, PersonalDataCipher cipher, Ids ids, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param receipt known to who sent it alone
     * @param mentor  the id under which it was told; it may lead nowhere
     * @param content as it was kept
     */
    public record Recent(String receipt, String mentor, String content) {
        @Override
        public String toString() {
            return "Recent[***]";
        }
    }

    private record Row(String receipt, String mentor, String contentSealed) {}

    /** Keeps it; answers with its receipt. The same application sent twice has one. */
    public String keep(String mentor, String content) {
        String receipt = ids.next("envoi");
        db.sql("""
                insert into recent_application(receipt, mentor, content_sealed, expires_at) values (?, ?, ?, ?)
                on conflict (mentor) do nothing""")
                .params(
                        receipt,
                        mentor,
                        cipher.seal(content, receipt),
                        Timestamp.from(clock.instant().plus(KEPT)))
                .update();
        return db.sql("select receipt from recent_application where mentor = ?")
                .param(mentor)
                .query(String.class)
                .single();
    }

    /** What has this receipt; empty once the time is over. */
    public Optional<Recent> find(String receipt) {
        return db.sql("""
                        select receipt, mentor, content_sealed from recent_application
                        where receipt = ? and expires_at > ?""")
                .params(receipt, Timestamp.from(clock.instant()))
                .query(Row.class)
                .optional()
                .map(row -> new Recent(row.receipt(), row.mentor(), cipher.open(row.contentSealed(), row.receipt())));
    }

    /** As it is right. */
    public void mend(String receipt, String content) {
        db.sql("update recent_application set content_sealed = ? where receipt = ?")
                .params(cipher.seal(content, receipt), receipt)
                .update();
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT1M")
    void deleteOld() {
        db.sql("delete from recent_application where expires_at <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }
}
