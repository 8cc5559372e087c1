package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.links.Links;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of all letters to a person: what was written and every link is forgotten, and one last letter, the receipt, goes
 * to an address that is kept, sealed, until it has left. Any number of instances may look.
 */
public class ErasureReceipts {
    /** A mail server that is away longer does not keep an address that is to be erased. */
    private static final Duration LONGEST = Duration.ofDays(2);

    private final JdbcClient db;
    private final Letters letters;
    private final Links links;
    private final PersonalDataCipher cipher;
    private final Clock clock;

    private static final String LEFT = """
        select (select count(*) from (
                    select person from letter union all
                    select person from letter_preference union all
                    select person from letter_channel union all
                    select person from letter_closed_channel) l where l.person = :person) as letters,
            (select count(*) from act_link where person = :person) as links,
            exists (select 1 from erasure_receipt where person = :person) as receipt\
        """;

    /**
     * What is left of what was written to a person.
     *
     * @param receipt whether the address waits for the receipt to leave
     */
    public record Left(int letters, int links, boolean receipt) {}

    private record Sealed(String nameSealed, String emailSealed) {}

    ErasureReceipts(JdbcClient db, Letters letters, Links links, PersonalDataCipher cipher, Clock clock) {
        this.db = db;
        this.letters = letters;
        this.links = links;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * Forgets all that was written to a person, in the transaction of the erasure, and notes the number, for whoever puts an
     * older backup back; there is no address for a receipt.
     */
    @Transactional
    public void forget(String person) {
        db.sql("insert into erased_person(person, erased_at) values (?, ?) on conflict do nothing")
                .params(person, Timestamp.from(clock.instant()))
                .update();
        letters.forget(person);
        links.forget(person);
    }

    /**
     * The same, and sends the receipt.
     *
     * @param name how it greets
     */
    @Transactional
    public void send(String name, String email, Letter receipt) {
        String person = receipt.person();
        forget(person);
        db.sql("""
            insert into erasure_receipt(person, name_sealed, email_sealed, since) values (?, ?, ?, ?)
            on conflict (person) do nothing\
            """)
                .params(
                        person,
                        cipher.seal(name, person + ":receipt_name"),
                        cipher.seal(email, person + ":receipt_email"),
                        Timestamp.from(clock.instant()))
                .update();
        letters.write(receipt);
    }

    /** What is left of what was written to a person: nothing, once erased and told. */
    public Left left(String person) {
        return db.sql(LEFT).param("person", person).query(Left.class).single();
    }

    /** To whom the receipt goes, as long as it has not left. */
    Optional<Correspondent> find(String person) {
        return db.sql("select name_sealed, email_sealed from erasure_receipt where person = ?")
                .param(person)
                .query(Sealed.class)
                .optional()
                .map(row -> new Correspondent(
                        cipher.open(row.nameSealed(), person + ":receipt_name"),
                        cipher.open(row.emailSealed(), person + ":receipt_email"),
                        "",
                        OperationZone.PARIS));
    }

    /** Lets go of the addresses whose receipt has left, or could not in time. */
    @Scheduled(fixedDelay = 5_000)
    @Transactional
    public void clear() {
        db.sql("""
            delete from erasure_receipt r where r.since < ?
            or not exists (select 1 from letter l where l.person = r.person and l.state = 'WAITING')
            returning person\
            """)
                .param(Timestamp.from(clock.instant().minus(LONGEST)))
                .query(String.class)
                .list()
                .forEach(letters::forget);
    }
}
