package fr.mentoratdurgence.needs.contacts;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Display names of référents, so that a page can say who follows a need; events only know accounts. */
public class StaffNames {
    private final JdbcClient db;
    private final PersonalDataCipher cipher;

    StaffNames(JdbcClient db, PersonalDataCipher cipher) {
        this.db = db;
        this.cipher = cipher;
    }

    /** Keeps the name of somebody who acts. */
    public void keep(Person person) {
        db.sql("""
                insert into staff_name(account, name_sealed) values (?, ?)
                on conflict (account) do update set name_sealed = excluded.name_sealed""")
                .params(person.account(), cipher.seal(person.displayName(), person.account()))
                .update();
    }

    /** The name behind an account, where we have seen it act. */
    public Optional<String> find(String account) {
        return db.sql("select name_sealed from staff_name where account = ?")
                .param(account)
                .query(String.class)
                .optional()
                .map(envelope -> cipher.open(envelope, account));
    }
}
