package fr.mentoratdurgence.mentor.identity;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The identities of mentors: sealed per column, bound to their row, gone when erased. */
public final class IdentityBook {
    private final JdbcClient db;
    private final PersonalDataCipher cipher;
    private final KeyedHash hash;

    private record Sealed(
            String mentor, String firstNameSealed, String lastNameSealed, String emailSealed, String phoneSealed) {}

    IdentityBook(JdbcClient db, PersonalDataCipher cipher, String personalDataKeys) {
        this.db = db;
        this.cipher = cipher;
        this.hash = new KeyedHash(personalDataKeys, "mentor-email");
    }

    /** Who is here under this address. */
    public Optional<String> under(String email) {
        return db.sql("select mentor from mentor_identity where email_hash in (:hashes)")
                .param("hashes", hash.possible(email))
                .query(String.class)
                .optional();
    }

    /** Takes over a corrected name or telephone; the address stays, since the person is known by it. */
    public void correct(String mentor, Identity identity) {
        db.sql(
                        "update mentor_identity set first_name_sealed = ?, last_name_sealed = ?, phone_sealed = ? where mentor = ?")
                .params(
                        cipher.seal(identity.firstName(), mentor + ":first_name"),
                        cipher.seal(identity.lastName(), mentor + ":last_name"),
                        cipher.seal(identity.phone(), mentor + ":phone"),
                        mentor)
                .update();
    }

    /**
     * Keeps an identity. Two applications of one address at once: the second waits here, loses, and is tried again on
     * what the first has stored.
     */
    public void keep(String mentor, Identity identity) {
        db.sql("""
                insert into mentor_identity(mentor, email_hash, first_name_sealed, last_name_sealed, email_sealed,
                    phone_sealed)
                values (?, ?, ?, ?, ?, ?) on conflict (email_hash) do nothing""")
                .params(
                        mentor,
                        hash.current(identity.email()),
                        cipher.seal(identity.firstName(), mentor + ":first_name"),
                        cipher.seal(identity.lastName(), mentor + ":last_name"),
                        cipher.seal(identity.email(), mentor + ":email"),
                        cipher.seal(identity.phone(), mentor + ":phone"))
                .update();
    }

    /** Who that is; empty once erased. */
    public Optional<Identity> find(String mentor) {
        return Optional.ofNullable(all(List.of(mentor)).get(mentor));
    }

    /** Who they are, by mentor; those erased are left out. */
    public Map<String, Identity> all(Collection<String> mentors) {
        Map<String, Identity> found = new LinkedHashMap<>();
        if (!mentors.isEmpty()) {
            db.sql("""
                    select mentor, first_name_sealed, last_name_sealed, email_sealed, phone_sealed
                    from mentor_identity where mentor in (:mentors)""")
                    .param("mentors", mentors)
                    .query(Sealed.class)
                    .list()
                    .forEach(row -> found.put(row.mentor(), open(row)));
        }
        return found;
    }

    /** Removes all of it. */
    public void erase(String mentor) {
        db.sql("delete from mentor_identity where mentor = ?").param(mentor).update();
    }

    private Identity open(Sealed row) {
        return new Identity(
                cipher.open(row.firstNameSealed(), row.mentor() + ":first_name"),
                cipher.open(row.lastNameSealed(), row.mentor() + ":last_name"),
                cipher.open(row.emailSealed(), row.mentor() + ":email"),
                cipher.open(row.phoneSealed(), row.mentor() + ":phone"));
    }
}
