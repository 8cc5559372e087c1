package fr.mentoratdurgence.needs.desk;

import static fr.mentoratdurgence.needs.accounts.ContactAccountRejection.CALL_FIRST;
import static fr.mentoratdurgence.needs.accounts.ContactAccountRejection.CONTACT_GONE;
import static fr.mentoratdurgence.needs.accounts.ContactAccountRejection.CONTACT_HAS_ACCOUNT;
import static fr.mentoratdurgence.needs.accounts.ContactAccountRejection.CONTACT_HAS_NO_ACCOUNT;
import static fr.mentoratdurgence.needs.accounts.ContactAccountRejection.CONTACT_UNKNOWN;
import static fr.mentoratdurgence.needs.accounts.ContactAccountRejection.TOLD_BY_TELEPHONE;

import fr.mentoratdurgence.needs.accounts.ContactAccountBoard;
import fr.mentoratdurgence.needs.accounts.ContactAccountBook;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.Correct;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.Invite;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.Leave;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.OpenAccount;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.RenewPassword;
import fr.mentoratdurgence.needs.accounts.ContactAccountRow;
import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedBoard.Selection;
import fr.mentoratdurgence.needs.board.NeedStatus;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.ContactBook;
import fr.mentoratdurgence.needs.correspondence.ContactChanges;
import fr.mentoratdurgence.needs.directory.RelayStructureRejection;
import fr.mentoratdurgence.needs.directory.StructureDirectory;
import fr.mentoratdurgence.needs.directory.StructureDirectory.Entry;
import fr.mentoratdurgence.needs.directory.Uai;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.accounts.AccountRemovals;
import fr.mentoratdurgence.platform.accounts.Accounts;
import fr.mentoratdurgence.platform.accounts.Holder;
import fr.mentoratdurgence.platform.accounts.Login;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the team of the territory, and those who have one, do with the accounts of a structure; and how the contact of a
 * need comes to the first one. A password is given to the team alone, and only where no letter can bring it.
 */
@Component
class AccountActs {
    private static final int MOST = 200;

    /**
     * What the page of a need says of the account of its contact.
     *
     * @param called whether the structure was called about this need, so that an account may be opened
     * @param known  whether there is a contact
     * @param opened whether the contact has an account
     * @param byLetter whether a letter brings the way in
     */
    record OfNeed(boolean called, boolean known, boolean opened, boolean byLetter) {
        /** Whether an account can be opened now. */
        public boolean isToOpen() {
            return called && known && !opened;
        }
    }

    private final Commands commands;
    private final StructureDirectory directory;
    private final ContactAccountBoard board;
    private final ContactAccountBook book;
    private final NeedBoard needs;
    private final ContactBook contacts;
    private final ContactChanges changes;
    private final ContactErasure erasure;
    private final Accounts accounts;
    private final AccountRemovals removals;
    private final Ids ids;
    private final OperationDay day;

    AccountActs(
            Commands commands,
            StructureDirectory directory,
            ContactAccountBoard board,
            ContactAccountBook book,
            NeedBoard needs,
            ContactBook contacts,
            ContactChanges changes,
            ContactErasure erasure,
            Accounts accounts,
            AccountRemovals removals,
            Ids ids,
            OperationDay day) {
        this.commands = commands;
        this.directory = directory;
        this.board = board;
        this.book = book;
        this.needs = needs;
        this.contacts = contacts;
        this.changes = changes;
        this.erasure = erasure;
        this.accounts = accounts;
        this.removals = removals;
        this.ids = ids;
        this.day = day;
    }

    /**
     * The structure, where this person may see its accounts: the team of its territory, and who speaks for it.
     *
     * @throws Rejection where there is none for this person
     */
    Entry structure(String uai, Person person) {
        return Uai.parse(uai)
                .flatMap(directory::find)
                .filter(known -> (person.inTeam() && person.covers(known.departement()))
                        || (person.has("structure") && known.structure().equals(person.structure())))
                .orElseThrow(() -> new Rejection(RelayStructureRejection.UNKNOWN_STRUCTURE));
    }

    /** Who speaks for the structure; the newest last. */
    List<ContactAccountRow> here(Entry structure) {
        return board.here(structure.structure());
    }

    /**
     * Somebody who speaks for this structure.
     *
     * @throws Rejection where nobody is it
     */
    ContactAccountRow one(Entry structure, String contact) {
        return board.find(contact)
                .filter(row -> row.structure().equals(structure.structure()) && row.leftOn() == null)
                .orElseThrow(() -> new Rejection(CONTACT_UNKNOWN));
    }

    /** Whether the structure was called, so that accounts may be opened. */
    boolean wasCalled(Entry structure) {
        return structure.verified() && board.calledAbout(structure.structure()).isPresent();
    }

    OfNeed ofNeed(NeedView need) {
        Optional<Contact> contact = contacts.find(need.need());
        return new OfNeed(
                wasCalledAbout(need),
                contact.isPresent(),
                contact.flatMap(person -> book.same(need.structure(), person))
                        .flatMap(board::find)
                        .filter(row -> row.account() != null)
                        .isPresent(),
                contact.filter(person -> !person.email().isEmpty()).isPresent());
    }

    /**
     * Opens the account of the contact of a need. Whoever declares in a school's name does not get into its account: only
     * after the team has called about this very need.
     *
     * @return the login, where it is to be told by telephone
     */
    Optional<Login> openFor(NeedView need, Person person, CommandContext context) {
        if (!wasCalledAbout(need)) {
            throw new Rejection(CALL_FIRST);
        }
        Contact contact = contacts.find(need.need()).orElseThrow(() -> new Rejection(CONTACT_GONE));
        mayLetIn(contact, person);
        String known = book.same(need.structure(), contact).orElse("");
        return open(
                known.isEmpty() ? invite(need.structure(), need.need(), contact, person, context) : known,
                person,
                context);
    }

    /** Invites somebody else of the structure, and opens the account. */
    Optional<Login> invite(Entry structure, Contact contact, Person person, CommandContext context) {
        String need = board.calledAbout(structure.structure()).orElseThrow(() -> new Rejection(CALL_FIRST));
        mayLetIn(contact, person);
        if (book.same(structure.structure(), contact).isPresent()) {
            throw new Rejection(CONTACT_HAS_ACCOUNT);
        }
        return open(invite(structure.structure(), need, contact, person, context), person, context);
    }

    private String invite(String structure, String need, Contact contact, Person person, CommandContext context) {
        return commands.send(
                new Invite(ids.next("contact"), structure, need, contact, person.account(), day.today()),
                context.child("invitation"));
    }

    /**
     * Makes the login, then tells the stream, which writes the invitation; a failure between the two is mended by doing
     * it again.
     */
    Optional<Login> open(String contact, Person person, CommandContext context) {
        ContactAccountRow row = board.find(contact).orElseThrow(() -> new Rejection(CONTACT_UNKNOWN));
        Contact known = book.find(contact).orElseThrow(() -> new Rejection(CONTACT_GONE));
        mayLetIn(known, person);
        if (row.account() != null) {
            throw new Rejection(CONTACT_HAS_ACCOUNT);
        }
        Login login = accounts.open(holder(row, known));
        try {
            commands.send(new OpenAccount(contact, login.account(), day.today()), context.child("account"));
        } catch (Rejection refused) {
            if (refused.is(CONTACT_GONE)) {
                removals.request(login.account());
                removals.work();
            }
            throw refused;
        }
        return told(login, known);
    }

    /** A new password: a fact, the end of all sessions, and a letter with a link where there is an address. */
    Optional<Login> renew(ContactAccountRow row, Person person, CommandContext context) {
        Contact known = book.find(row.contact()).orElseThrow(() -> new Rejection(CONTACT_GONE));
        mayLetIn(known, person);
        if (row.account() == null) {
            throw new Rejection(CONTACT_HAS_NO_ACCOUNT);
        }
        Login login = accounts.renew(
                row.account(),
                row.contact(),
                () -> commands.send(new RenewPassword(row.contact(), day.today()), context));
        return told(login, known);
    }

    /** All that is known of a person, opened for who may correct it: the person, and the team; the look is recorded. */
    Contact open(ContactAccountRow row, Person person) {
        mustCorrect(row, person);
        return book.open(row.contact(), person.actor()).orElseThrow(() -> new Rejection(CONTACT_GONE));
    }

    /**
     * Sets name and ways to reach right, in the account and in the needs whose contact it is. The login server learns it
     * first: a forgotten password must not go to somebody else's mailbox.
     */
    void correct(ContactAccountRow row, Contact right, Person person, CommandContext context) {
        mustCorrect(row, person);
        Contact known = book.find(row.contact()).orElseThrow(() -> new Rejection(CONTACT_GONE));
        boolean address = !known.email().equals(right.email());
        if (row.account() != null && (address || !known.name().equals(right.name()))) {
            accounts.correct(row.account(), holder(row, right));
        }
        List<NeedView> theirs = needsOf(row.structure(), known, person);
        commands.send(new Correct(row.contact(), right, address, day.today()), context);
        theirs.forEach(need -> changes.correct(need.need(), right, person.actor()));
    }

    /** The open needs whose contact this person is. */
    List<NeedView> needsOf(ContactAccountRow row, Person person) {
        return book.find(row.contact())
                .map(known -> needsOf(row.structure(), known, person))
                .orElseGet(List::of);
    }

    /**
     * Somebody leaves: the login goes at once where Keycloak answers, as soon as it does otherwise. What the person was
     * the contact of is another's from now on, or nobody's.
     *
     * @param successor who takes over; null = nobody yet, the needs have no contact then
     */
    void leave(ContactAccountRow row, @Nullable ContactAccountRow successor, Person person, CommandContext context) {
        Optional<Contact> next = Optional.ofNullable(successor).flatMap(other -> book.find(other.contact()));
        for (NeedView need : needsOf(row, person)) {
            next.ifPresentOrElse(
                    contact -> changes.correct(need.need(), contact, person.actor()),
                    () -> erasure.erase(need.need(), context));
        }
        commands.send(new Leave(row.contact(), day.today()), context);
        removals.work();
    }

    /** Whether this is the person's own account. */
    static boolean isOwn(ContactAccountRow row, Person person) {
        return person.account().equals(row.account());
    }

    private List<NeedView> needsOf(String structure, Contact contact, Person person) {
        Selection open = new Selection(EnumSet.complementOf(EnumSet.of(NeedStatus.WITHDRAWN)), structure);
        return needs.read(person, open, "").rows().stream()
                .limit(MOST)
                .filter(need ->
                        contacts.find(need.need()).filter(contact::isSamePerson).isPresent())
                .toList();
    }

    private static boolean wasCalledAbout(NeedView need) {
        return need.structureVerified() && need.status().is(NeedStatus.QUALIFIED);
    }

    /** Whom no letter can let in is let in by the team, which reads the password aloud. */
    private static void mayLetIn(Contact contact, Person person) {
        if (contact.email().isEmpty() && !person.inTeam()) {
            throw new Rejection(TOLD_BY_TELEPHONE);
        }
    }

    private static void mustCorrect(ContactAccountRow row, Person person) {
        if (!person.inTeam() && !isOwn(row, person)) {
            throw new Rejection(CONTACT_UNKNOWN);
        }
    }

    /** Who reads letters gets the password there and nowhere else: nobody could log in as them. */
    private static Optional<Login> told(Login login, Contact contact) {
        return contact.email().isEmpty() ? Optional.of(login) : Optional.empty();
    }

    /** A contact has one name; the login server wants two, and shows them together. */
    private static Holder holder(ContactAccountRow row, Contact contact) {
        String[] names = contact.name().split(" ", 2);
        return new Holder(
                row.contact(),
                names.length == 1 ? "" : names[0],
                names[names.length - 1],
                contact.email(),
                "structures",
                Map.of("structure", List.of(row.structure())));
    }
}
