package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names, addresses and direct lines of the team: sealed per column, bound to their row, gone when erased. */
final class StaffBook {
    private static final String ROW = "select p.staff, p.first_name_sealed, p.last_name_sealed, p.email_sealed,"
            + " p.phone_sealed from staff_person p ";

    private final JdbcClient db;
    private final PersonalDataCipher cipher;

    private record Sealed(
            String staff, String firstNameSealed, String lastNameSealed, String emailSealed, String phoneSealed) {}

    StaffBook(JdbcClient db, PersonalDataCipher cipher) {
        this.db = db;
        this.cipher = cipher;
    }

    void keep(String staff, Colleague colleague) {
        db.sql("""
                insert into staff_person(staff, first_name_sealed, last_name_sealed, email_sealed, phone_sealed)
                values (?, ?, ?, ?, ?)""")
                .params(
                        staff,
                        cipher.seal(colleague.firstName(), staff + ":first_name"),
                        cipher.seal(colleague.lastName(), staff + ":last_name"),
                        cipher.seal(colleague.email(), staff + ":email"),
                        cipher.seal(colleague.phone(), staff + ":phone"))
                .update();
    }

    void correct(String staff, Colleague right) {
        erase(staff);
        keep(staff, right);
    }

    /** Who that is; empty once erased. */
    Optional<Colleague> find(String staff) {
        return one("p.staff = ?", staff);
    }

    /** Who logs in with this account, and is in the team. */
    Optional<Colleague> under(String account) {
        return one("p.staff = (select s.staff from staff_place s where s.account = ? and s.left_on is null)", account);
    }

    private Optional<Colleague> one(String condition, String key) {
        return db.sql(ROW + "where " + condition)
                .param(key)
                .query(Sealed.class)
                .optional()
                .map(this::open);
    }

    /** Whether a letter reaches this person at all. */
    boolean reaches(String staff) {
        return find(staff).filter(colleague -> !colleague.email().isEmpty()).isPresent();
    }

    /** The whole team, which is small. */
    Map<String, Colleague> all() {
        Map<String, Colleague> all = new LinkedHashMap<>();
        db.sql(ROW).query(Sealed.class).list().forEach(row -> all.put(row.staff(), open(row)));
        return all;
    }

    void erase(String staff) {
        db.sql("delete from staff_person where staff = ?").param(staff).update();
    }

    private Colleague open(Sealed row) {
        return new Colleague(
                cipher.open(row.firstNameSealed(), row.staff() + ":first_name"),
                cipher.open(row.lastNameSealed(), row.staff() + ":last_name"),
                cipher.open(row.emailSealed(), row.staff() + ":email"),
                cipher.open(row.phoneSealed(), row.staff() + ":phone"));
    }
}
