package fr.mentoratdurgence.needs.contacts;

import fr.mentoratdurgence.needs.directory.StructureNames;
import fr.mentoratdurgence.platform.Actor;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.search.IndexedPeople;
import fr.mentoratdurgence.platform.search.PeopleIndex;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The contacts of the needs: sealed, each look recorded, erasable row by row. */
public class ContactBook implements IndexedPeople {
    private static final String MARKED = "contact-email";

    private record Sealed(String nameSealed, String emailSealed, String phoneSealed) {}

    private record SealedNames(String structureNameSealed, String structureCommuneSealed) {}

    private final JdbcClient db;
    private final PersonalDataCipher cipher;
    private final PeopleIndex index;
    private final Clock clock;

    ContactBook(JdbcClient db, PersonalDataCipher cipher, PeopleIndex index, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.index = index;
        this.clock = clock;
    }

    /**
     * Keeps the contact of a need.
     *
     * @param unlisted what the contact calls a structure that the directory does not know: a text of this person's until
     *     somebody of the team has checked it
     */
    public void keep(String need, Contact contact, @Nullable StructureNames unlisted) {
        db.sql("""
            insert into contact(need, name_sealed, email_sealed, phone_sealed, email_mark, kept_at)
            values (?, ?, ?, ?, nullif(?, ''), ?)\
            """)
                .params(
                        need,
                        cipher.seal(contact.name(), need),
                        cipher.seal(contact.email(), need),
                        cipher.seal(contact.phone(), need),
                        mark(contact),
                        Timestamp.from(clock.instant()))
                .update();
        if (unlisted != null) {
            db.sql("update contact set structure_name_sealed = ?, structure_commune_sealed = ? where need = ?")
                    .params(cipher.seal(unlisted.name(), need), cipher.seal(unlisted.commune(), need), need)
                    .update();
        }
        index(need);
    }

    /** What the contact calls a structure that the directory does not know; for the team alone. */
    public Optional<StructureNames> unlisted(String need) {
        return db.sql("""
            select structure_name_sealed, structure_commune_sealed from contact
            where need = ? and structure_name_sealed is not null\
            """)
                .param(need)
                .query(SealedNames.class)
                .optional()
                .map(row -> new StructureNames(
                        cipher.open(row.structureNameSealed(), need), cipher.open(row.structureCommuneSealed(), need)));
    }

    /** Opens a card, and records who did. Empty where the contact was erased. */
    @Transactional
    public Optional<Contact> open(String need, Actor by) {
        Optional<Contact> contact = find(need);
        contact.ifPresent(_ -> record(need, by));
        return contact;
    }

    /** The contact of a need, to compare with another one or to write to: nobody is shown it, so no look is recorded. */
    public Optional<Contact> find(String need) {
        return db.sql("select name_sealed, email_sealed, phone_sealed from contact where need = ?")
                .param(need)
                .query(Sealed.class)
                .optional()
                .map(row -> new Contact(
                        cipher.open(row.nameSealed(), need),
                        cipher.open(row.emailSealed(), need),
                        cipher.open(row.phoneSealed(), need)));
    }

    /** A card was shown: on which day, to which role ({@code own} = by the link of the contact's own letter), how often. */
    public record Reading(LocalDate day, String role, int times) {}

    /** When and to whom the card of this contact was shown, for the contact; the last day first. */
    public List<Reading> readings(String need) {
        return db.sql("""
            select (accessed_at at time zone 'Europe/Paris')::date as day,
                case when account = 'link-' || need then 'own' when role = 'link' then 'mentor' else role end
                    as reader,
                count(*) as times
            from contact_access where need = ? group by day, reader order by day desc, reader limit 1000\
            """)
                .param(need)
                .query((row, _) -> new Reading(
                        row.getObject("day", LocalDate.class), row.getString("reader"), row.getInt("times")))
                .list();
    }

    /** Takes over a correction. */
    public void correct(String need, Contact contact) {
        db.sql("""
            update contact set name_sealed = ?, email_sealed = ?, phone_sealed = ?, email_mark = nullif(?, '')
            where need = ?\
            """)
                .params(
                        cipher.seal(contact.name(), need),
                        cipher.seal(contact.email(), need),
                        cipher.seal(contact.phone(), need),
                        mark(contact),
                        need)
                .update();
        index(need);
    }

    /** The needs whose contact has this address, the newest first. */
    public List<String> needsOf(String email) {
        return db.sql("""
            select need from contact where email_mark = any(?)
            order by kept_at desc, need limit 20\
            """)
                .param(cipher.marks(email, MARKED).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The first need whose contact is the same person; empty where there is no address to tell by. */
    public Optional<String> firstOf(Contact contact) {
        return contact.email().isEmpty()
                ? Optional.empty()
                : db
                        .sql("select need from contact where email_mark = any(?) order by kept_at, need limit 50")
                        .param(cipher.marks(contact.email(), MARKED).toArray(String[]::new))
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(need -> find(need).filter(contact::isSamePerson).isPresent())
                        .findFirst();
    }

    @Override
    public String all() {
        return "select need as person from contact";
    }

    @Override
    @Transactional
    public void index(String need) {
        if (db.sql("select need from contact where need = ? for update")
                .param(need)
                .query(String.class)
                .optional()
                .isPresent()) {
            Contact contact = find(need).orElseThrow();
            String unlisted = unlisted(need)
                    .map(names -> " " + names.name() + " " + names.commune())
                    .orElse("");
            index.keep(need, contact.name() + unlisted, contact.email(), contact.phone());
        }
    }

    /** Marks the address anew, under the key in force. */
    void mark(String need) {
        find(need)
                .ifPresent(contact -> db.sql("update contact set email_mark = nullif(?, '') where need = ?")
                        .params(mark(contact), need)
                        .update());
    }

    private String mark(Contact contact) {
        return contact.email().isEmpty() ? "" : cipher.mark(contact.email(), MARKED);
    }

    /** Erases for good: what happened to the need stays, who asked for it does not. */
    @Transactional
    public void erase(String need) {
        db.sql("delete from contact where need = ?").param(need).update();
        index.forget(need);
        db.sql("delete from note where need = ?").param(need).update();
    }

    private void record(String need, Actor by) {
        db.sql("insert into contact_access(need, account, role, accessed_at) values (?, ?, ?, ?)")
                .params(need, by.id(), by.role(), Timestamp.from(clock.instant()))
                .update();
    }
}
