package fr.mentoratdurgence.needs.accounts;

import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.platform.Actor;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.search.IndexedPeople;
import fr.mentoratdurgence.platform.search.PeopleIndex;
import fr.mentoratdurgence.typed.Typed;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Who they are that speak for a structure: sealed per column, bound to their row, gone when erased. */
public class ContactAccountBook implements IndexedPeople {
    private static final String ADDRESS = "contact-person-email";
    private static final String PERSON = "contact-person";
    private static final String ROW = "select contact, name_sealed, email_sealed, phone_sealed from contact_person ";

    private record Sealed(String contact, String nameSealed, String emailSealed, String phoneSealed) {}

    private final JdbcClient db;
    private final PersonalDataCipher cipher;
    private final PeopleIndex index;
    private final Clock clock;

    ContactAccountBook(JdbcClient db, PersonalDataCipher cipher, PeopleIndex index, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.index = index;
        this.clock = clock;
    }

    /** Keeps somebody; false where the same person of this structure is kept already. */
    boolean keep(String contact, String structure, Contact person) {
        boolean kept = db.sql("""
            insert into contact_person(contact, structure, name_sealed, email_sealed, phone_sealed,
                email_mark, person_mark) values (?, ?, ?, ?, ?, nullif(?, ''), ?)
            on conflict (person_mark) do nothing\
            """)
                        .params(
                                contact,
                                structure,
                                cipher.seal(person.name(), contact + ":name"),
                                cipher.seal(person.email(), contact + ":email"),
                                cipher.seal(person.phone(), contact + ":phone"),
                                mark(person),
                                once(structure, person))
                        .update()
                == 1;
        if (kept) {
            index(contact);
        }
        return kept;
    }

    /** Who that is; empty once erased. Nobody is shown it, so no look is recorded. */
    public Optional<Contact> find(String contact) {
        return db.sql(ROW + "where contact = ?")
                .param(contact)
                .query(Sealed.class)
                .optional()
                .map(this::open);
    }

    /** Opens all that is known of a person, and records who did. */
    @Transactional
    public Optional<Contact> open(String contact, Actor by) {
        Optional<Contact> person = find(contact);
        person.ifPresent(_ -> db.sql("insert into contact_access(need, account, role, accessed_at) values (?, ?, ?, ?)")
                .params(contact, by.id(), by.role(), Timestamp.from(clock.instant()))
                .update());
        return person;
    }

    /** Those who speak for a structure, by their id. */
    public Map<String, Contact> of(String structure) {
        Map<String, Contact> all = new LinkedHashMap<>();
        db.sql(ROW + "where structure = ? order by contact")
                .param(structure)
                .query(Sealed.class)
                .list()
                .forEach(row -> all.put(row.contact(), open(row)));
        return all;
    }

    /** The id of this person among those who speak for the structure. */
    public Optional<String> same(String structure, Contact person) {
        return of(structure).entrySet().stream()
                .filter(known -> known.getValue().isSamePerson(person))
                .map(Entry::getKey)
                .findFirst();
    }

    /** Those who read this address. */
    public List<String> at(String email) {
        return db.sql("select contact from contact_person where email_mark = any(?) order by contact")
                .param(cipher.marks(email, ADDRESS).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void correct(String contact, Contact right) {
        db.sql("""
            update contact_person set name_sealed = ?, email_sealed = ?, phone_sealed = ?,
                email_mark = nullif(?, ''), person_mark = null
            where contact = ?\
            """)
                .params(
                        cipher.seal(right.name(), contact + ":name"),
                        cipher.seal(right.email(), contact + ":email"),
                        cipher.seal(right.phone(), contact + ":phone"),
                        mark(right),
                        contact)
                .update();
        index(contact);
    }

    void erase(String contact) {
        db.sql("delete from contact_person where contact = ?").param(contact).update();
        index.forget(contact);
    }

    @Override
    public String all() {
        return "select contact as person from contact_person";
    }

    @Override
    @Transactional
    public void index(String contact) {
        db.sql(ROW + "where contact = ? for update")
                .param(contact)
                .query(Sealed.class)
                .optional()
                .map(this::open)
                .ifPresent(person -> index.keep(contact, person.name(), person.email(), person.phone()));
    }

    /** Marks address and person anew, under the key in force; who was corrected has no mark as a person, and gets none. */
    void mark(String contact) {
        find(contact).ifPresent(person -> {
            String structure = db.sql("select structure from contact_person where contact = ?")
                    .param(contact)
                    .query(String.class)
                    .single();
            db.sql("""
                update contact_person set email_mark = nullif(?, ''),
                    person_mark = case when person_mark is not null then ? end
                where contact = ?\
                """).params(mark(person), once(structure, person), contact).update();
        });
    }

    private String once(String structure, Contact person) {
        return cipher.mark(
                structure + "\n" + Typed.plain(person.name()) + "\n" + person.email() + "\n"
                        + (person.email().isEmpty() ? person.phone() : ""),
                PERSON);
    }

    private String mark(Contact person) {
        return person.email().isEmpty() ? "" : cipher.mark(person.email(), ADDRESS);
    }

    private Contact open(Sealed row) {
        return new Contact(
                cipher.open(row.nameSealed(), row.contact() + ":name"),
                cipher.open(row.emailSealed(), row.contact() + ":email"),
                cipher.open(row.phoneSealed(), row.contact() + ":phone"));
    }
}
