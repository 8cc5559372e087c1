package fr.mentoratdurgence.mentor.identity;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.search.IndexedPeople;
import fr.mentoratdurgence.platform.search.PeopleIndex;
import fr.mentoratdurgence.typed.Typed;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The identities of mentors: sealed per column, bound to their row, gone when erased. */
public final class IdentityBook implements IndexedPeople {
    private final JdbcClient db;
    private final PersonalDataCipher cipher;
    private final KeyedHash hash;
    private final PeopleIndex index;

    private record Sealed(
            String mentor, String firstNameSealed, String lastNameSealed, String emailSealed, String phoneSealed) {}

    IdentityBook(JdbcClient db, PersonalDataCipher cipher, PeopleIndex index, String personalDataKeys) {
        this.db = db;
        this.cipher = cipher;
        this.index = index;
        this.hash = new KeyedHash(personalDataKeys, "mentor-email");
    }

    /** Who is here under this address, or, of who has none, under this telephone: a mailbox may be shared. */
    public List<String> at(Identity identity) {
        return here(reached(identity));
    }

    /** Who is here under this address. */
    public List<String> at(String email) {
        return here(email);
    }

    private List<String> here(String reached) {
        return db.sql("select mentor from mentor_identity where email_hash in (:hashes) order by mentor")
                .param("hashes", hash.possible(reached))
                .query(String.class)
                .list();
    }

    /** Who is here under this name at this address. */
    public Optional<String> same(Identity identity) {
        return db.sql("""
            select mentor from mentor_identity
            where email_hash in (:hashes) and name_hash in (:names) order by mentor limit 1\
            """)
                .param("hashes", hash.possible(reached(identity)))
                .param("names", hash.possible(named(identity)))
                .query(String.class)
                .optional();
    }

    private static String reached(Identity identity) {
        return identity.email().isEmpty() ? "tel:" + identity.phone() : identity.email();
    }

    private static String named(Identity identity) {
        return "name:" + Typed.plain(identity.firstName() + identity.lastName());
    }

    /** Marks address and name anew, under the key in force. */
    void mark(String mentor) {
        find(mentor)
                .ifPresent(
                        identity -> db.sql("update mentor_identity set email_hash = ?, name_hash = ? where mentor = ?")
                                .params(hash.current(reached(identity)), hash.current(named(identity)), mentor)
                                .update());
    }

    /** Takes over what was corrected. */
    public void correct(String mentor, Identity identity) {
        db.sql("""
            update mentor_identity set email_hash = ?, name_hash = ?, first_name_sealed = ?, last_name_sealed = ?,
                email_sealed = ?, phone_sealed = ? where mentor = ?\
            """)
                .params(
                        hash.current(reached(identity)),
                        hash.current(named(identity)),
                        cipher.seal(identity.firstName(), mentor + ":first_name"),
                        cipher.seal(identity.lastName(), mentor + ":last_name"),
                        cipher.seal(identity.email(), mentor + ":email"),
                        cipher.seal(identity.phone(), mentor + ":phone"),
                        mentor)
                .update();
        index(mentor);
    }

    /**
     * Keeps an identity. Two applications of one person at once: the second waits here, loses, and is tried again on
     * what the first has stored.
     */
    public void keep(String mentor, Identity identity) {
        db.sql("""
            insert into mentor_identity(mentor, email_hash, name_hash, first_name_sealed, last_name_sealed,
                email_sealed, phone_sealed)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (email_hash, name_hash) do nothing\
            """)
                .params(
                        mentor,
                        hash.current(reached(identity)),
                        hash.current(named(identity)),
                        cipher.seal(identity.firstName(), mentor + ":first_name"),
                        cipher.seal(identity.lastName(), mentor + ":last_name"),
                        cipher.seal(identity.email(), mentor + ":email"),
                        cipher.seal(identity.phone(), mentor + ":phone"))
                .update();
        index(mentor);
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
                from mentor_identity where mentor in (:mentors)\
                """)
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
        db.sql("delete from recent_application where mentor = ?").param(mentor).update();
        index.forget(mentor);
    }

    @Override
    public String all() {
        return "select mentor as person from mentor_identity";
    }

    @Override
    public void index(String mentor) {
        var _ = db.sql("select mentor from mentor_identity where mentor = ? for update")
                .param(mentor)
                .query(String.class)
                .list();
        find(mentor)
                .ifPresent(who -> index.keep(mentor, who.firstName() + " " + who.lastName(), who.email(), who.phone()));
    }

    private Identity open(Sealed row) {
        return new Identity(
                cipher.open(row.firstNameSealed(), row.mentor() + ":first_name"),
                cipher.open(row.lastNameSealed(), row.mentor() + ":last_name"),
                cipher.open(row.emailSealed(), row.mentor() + ":email"),
                cipher.open(row.phoneSealed(), row.mentor() + ":phone"));
    }
}
