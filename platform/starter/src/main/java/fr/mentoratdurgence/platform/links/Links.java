package fr.mentoratdurgence.platform.links;

import fr.mentoratdurgence.sealing.Sha256;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The links that a service has put into letters. A link is 256 random bits; only their hash is kept. */
public class Links {
    private static final int BYTES = 32;
    /** What is undone at once, and heard a little later. */
    private static final Duration UNDONE_WITHIN = Duration.ofMinutes(15);

    /** What became of a link. */
    public sealed interface Found {
        /** It may be used. */
        record Open(LinkPurpose purpose, String person, String subject) implements Found {}

        /** It was one, and is no longer: used, expired or revoked. */
        record Over() implements Found {}

        /** It never was one. */
        record Unknown() implements Found {}
    }

    private record Row(String purpose, String person, String subject, boolean over) {}

    private final JdbcClient db;
    private final LinkPurposes purposes;
    private final String path;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Links under the path of these settings. */
    public Links(JdbcClient db, LinkPurposes purposes, LinksSettings settings, Clock clock) {
        this.db = db;
        this.purposes = purposes;
        this.path = settings.path();
        this.clock = clock;
    }

    /**
     * Makes a link, for a letter that is being written.
     *
     * @param person  whom the letter is for: all links of a person are revoked together
     * @param subject what it speaks of
     * @return its address, beginning with a slash
     */
    @Transactional
    public String mint(LinkPurpose purpose, String person, String subject) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        db.sql("""
                insert into act_link(hash, purpose, person, subject, minted_at, expires_at, uses_left)
                values (?, ?, ?, ?, ?, ?, nullif(?, 0))""")
                .params(
                        Sha256.hex(token),
                        purpose.name(),
                        person,
                        subject,
                        Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant().plus(purpose.validity())),
                        purpose.uses())
                .update();
        return path + "/" + token;
    }

    /** Looks without using. */
    public Found look(String token) {
        return db.sql("""
                        select purpose, person, subject,
                            revoked_at is not null or expires_at <= ? or coalesce(uses_left, 1) < 1 as over
                        from act_link where hash = ?""")
                .params(Timestamp.from(clock.instant()), Sha256.hex(token))
                .query(Row.class)
                .optional()
                .map(this::found)
                .orElseGet(Found.Unknown::new);
    }

    /** Uses it once; of two who use its last use at the same time one is too late. */
    @Transactional
    public Found use(String token) {
        return db.sql("""
                        update act_link set uses_left = uses_left - 1
                        where hash = ? and revoked_at is null and expires_at > ? and coalesce(uses_left, 1) > 0
                        returning purpose, person, subject, false as over""")
                .params(Sha256.hex(token), Timestamp.from(clock.instant()))
                .query(Row.class)
                .optional()
                .map(this::found)
                .orElseGet(() -> look(token) instanceof Found.Unknown ? new Found.Unknown() : new Found.Over());
    }

    private Found found(Row row) {
        if (row.over()) {
            return new Found.Over();
        }
        return purposes.named(row.purpose())
                .<Found>map(purpose -> new Found.Open(purpose, row.person(), row.subject()))
                .orElseGet(Found.Over::new);
    }

    /** No link of this person was ever made: the person is erased. */
    @Transactional
    public void forget(String person) {
        db.sql("delete from act_link where person = ?").param(person).update();
    }

    /** No link of this person opens any more. */
    @Transactional
    public void revokePerson(String person) {
        db.sql("update act_link set revoked_at = ? where person = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), person)
                .update();
    }

    /** No link that speaks of this opens any more, whoever got it. */
    @Transactional
    public void revokeSubject(String subject) {
        db.sql("update act_link set revoked_at = ? where subject = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), subject)
                .update();
    }

    /** What had ended this was undone: the links that were revoked with it open again. */
    @Transactional
    public void restoreSubject(String subject) {
        db.sql("update act_link set revoked_at = null where subject = ? and revoked_at > ?")
                .params(subject, Timestamp.from(clock.instant().minus(UNDONE_WITHIN)))
                .update();
    }
}
