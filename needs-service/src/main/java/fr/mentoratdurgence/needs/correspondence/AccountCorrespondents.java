package fr.mentoratdurgence.needs.correspondence;

import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.contracts.vocabulary.Departements.Departement;
import fr.mentoratdurgence.needs.accounts.AccountLetter;
import fr.mentoratdurgence.needs.accounts.ContactAccountBoard;
import fr.mentoratdurgence.needs.accounts.ContactAccountBook;
import fr.mentoratdurgence.needs.accounts.ContactAccountRow;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.directory.Uai;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.accounts.AccessLetters;
import fr.mentoratdurgence.platform.accounts.LoginHolders;
import fr.mentoratdurgence.platform.letters.Content;
import fr.mentoratdurgence.platform.letters.Correspondent;
import fr.mentoratdurgence.platform.letters.LetterKind;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Those who have an account of a structure, opened for the moment of sending. */
@Component
class AccountCorrespondents implements LoginHolders {
    private final ContactAccountBook book;
    private final ContactAccountBoard board;
    private final AccessLetters access;

    AccountCorrespondents(ContactAccountBook book, ContactAccountBoard board, AccessLetters access) {
        this.book = book;
        this.board = board;
        this.access = access;
    }

    Optional<Correspondent> find(String contact) {
        return book.find(contact)
                .flatMap(person -> board.find(contact)
                        .map(row -> new Correspondent(
                                person.name(), person.email(), person.phone(), zone(row.structure()))));
    }

    /** Who logged in, by the id of the account's holder. */
    Optional<String> of(Person caller) {
        return board.under(caller.account()).map(ContactAccountRow::contact);
    }

    /** Who that is; empty once erased. */
    Optional<Contact> who(String contact) {
        return book.find(contact);
    }

    Optional<Content> content(AccountLetter kind, String contact) {
        if (kind == AccountLetter.ACCOUNT_CLOSED) {
            return Optional.of(new Content(Map.of(), ""));
        }
        return board.find(contact)
                .filter(row -> row.leftOn() == null)
                .flatMap(row -> Optional.ofNullable(row.account()))
                .map(account -> kind == AccountLetter.LOGIN_REMINDER
                        ? access.reminder(account, contact)
                        : access.invitation(account, contact));
    }

    @Override
    public List<String> at(String email) {
        return book.at(email).stream()
                .filter(contact -> board.find(contact)
                        .filter(row -> row.account() != null && row.leftOn() == null)
                        .isPresent())
                .toList();
    }

    @Override
    public LetterKind reminder() {
        return AccountLetter.LOGIN_REMINDER;
    }

    private static ZoneId zone(String structure) {
        return Uai.parse(structure.substring("structure-".length()))
                .map(Uai::departement)
                .flatMap(Departements::of)
                .map(Departement::timeZone)
                .orElse(OperationZone.PARIS);
    }
}
