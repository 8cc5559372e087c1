package fr.mentoratdurgence.mentor.identity;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the receipt of an erasure goes. First name and address are kept, sealed, until it has left. */
public final class ErasureReceipts {
    private final JdbcClient db;
    private final PersonalDataCipher cipher;

    private record Sealed(String firstNameSealed, String emailSealed) {}

    ErasureReceipts(JdbcClient db, PersonalDataCipher cipher) {
        this.db = db;
        this.cipher = cipher;
    }

    /** Keeps where to send it, in the transaction of the erasure. */
    public void keep(String mentor, Identity identity) {
        db.sql("""
                insert into erasure_receipt(mentor, first_name_sealed, email_sealed) values (?, ?, ?)
                on conflict (mentor) do nothing""")
                .params(
                        mentor,
                        cipher.seal(identity.firstName(), mentor + ":receipt_first_name"),
                        cipher.seal(identity.email(), mentor + ":receipt_email"))
                .update();
    }

    /** To whom it goes; without last name and telephone. */
    public Optional<Identity> find(String mentor) {
        return db.sql("select first_name_sealed, email_sealed from erasure_receipt where mentor = ?")
                .param(mentor)
                .query(Sealed.class)
                .optional()
                .map(row -> new Identity(
                        cipher.open(row.firstNameSealed(), mentor + ":receipt_first_name"),
                        "",
                        cipher.open(row.emailSealed(), mentor + ":receipt_email"),
                        ""));
    }

    /** Lets go of those whose receipt has left, or could not within two days; says of whom. */
    public List<String> clear() {
        return db.sql("""
                delete from erasure_receipt r where r.erased_at < now() - interval '2 days'
                or not exists (select 1 from letter l where l.person = r.mentor and l.state = 'WAITING')
                returning mentor""").query(String.class).list();
    }
}
