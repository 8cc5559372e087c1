package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.accounts.ContactAccountBoard;
import fr.mentoratdurgence.needs.accounts.ContactAccountBook;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.Leave;
import fr.mentoratdurgence.needs.accounts.ContactAccountRejection;
import fr.mentoratdurgence.needs.accounts.ContactAccountRow;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.ContactBook;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.accounts.KnownPeople;
import fr.mentoratdurgence.platform.domain.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The contact of a need, by the need's id, and who has an account of a structure, by theirs: erased by an operator whom
 * somebody asked in writing. With the account go the needs whose contact the same person is.
 */
@Component
class KnownContacts implements KnownPeople {
    private final Commands commands;
    private final ContactAccountBoard board;
    private final ContactAccountBook book;
    private final ContactBook contacts;
    private final ContactErasure erasure;
    private final OperationDay day;
    private final JdbcClient db;

    KnownContacts(
            Commands commands,
            ContactAccountBoard board,
            ContactAccountBook book,
            ContactBook contacts,
            ContactErasure erasure,
            OperationDay day,
            JdbcClient db) {
        this.commands = commands;
        this.board = board;
        this.book = book;
        this.contacts = contacts;
        this.erasure = erasure;
        this.day = day;
        this.db = db;
    }

    @Override
    public boolean identifies(String person) {
        return contacts.find(person).isPresent() || book.find(person).isPresent();
    }

    @Override
    public void erase(String person, Person by, CommandContext context) {
        if (isNeed(person)) {
            erasure.erase(person, context);
            return;
        }
        ContactAccountRow row =
                board.find(person).orElseThrow(() -> new Rejection(ContactAccountRejection.CONTACT_UNKNOWN));
        book.find(person).ifPresent(known -> eraseInNeeds(row.structure(), known, context));
        if (row.leftOn() == null) {
            String _ = commands.send(new Leave(person, day.today()), context);
        }
    }

    private void eraseInNeeds(String structure, Contact known, CommandContext context) {
        db
                .sql("select need from need where structure = ? and need in (select need from contact)")
                .param(structure)
                .query(String.class)
                .list()
                .stream()
                .filter(need -> contacts.find(need).filter(known::isSamePerson).isPresent())
                .forEach(need -> erasure.erase(need, context));
    }

    private boolean isNeed(String person) {
        return db.sql("select exists (select 1 from need where need = ?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }
}
