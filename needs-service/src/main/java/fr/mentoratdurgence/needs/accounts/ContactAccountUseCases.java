package fr.mentoratdurgence.needs.accounts;

import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.Correct;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.Invite;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.Leave;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.OpenAccount;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.RenewPassword;
import fr.mentoratdurgence.needs.accounts.ContactAccountDecider.Holding;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.directory.RelayStructureDecider;
import fr.mentoratdurgence.needs.intake.Need;
import fr.mentoratdurgence.needs.intake.NeedDecider;
import fr.mentoratdurgence.platform.accounts.AccountRemovals;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.letters.ErasureReceipts;
import fr.mentoratdurgence.platform.letters.Letter;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.links.Links;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each command does, in one transaction: the stream's decision, the identity beside it, and the letter. */
final class ContactAccountUseCases {
    private final ContactAccountBook book;
    private final AccountRemovals removals;
    private final Letters letters;
    private final Links links;
    private final ErasureReceipts receipts;

    ContactAccountUseCases(
            ContactAccountBook book, AccountRemovals removals, Letters letters, Links links, ErasureReceipts receipts) {
        this.receipts = receipts;
        this.book = book;
        this.removals = removals;
        this.letters = letters;
        this.links = links;
    }

    String handle(ContactAccountCommand command, DecisionSession session) {
        @Nullable
        String login =
                session.state(ContactAccountDecider.DECIDER, command.contact()).login();
        Holding _ = session.decide(
                ContactAccountDecider.DECIDER,
                command.contact(),
                command instanceof Invite invite ? invite.seen(wasCalled(invite, session)) : command);
        switch (command) {
            case Invite c -> keep(c);
            case OpenAccount c -> invite(c.contact(), c.account(), session);
            case RenewPassword c -> invite(c.contact(), login, session);
            case Correct c -> correct(c);
            case Leave c -> forget(c.contact(), login);
        }
        return command.contact();
    }

    /**
     * Whether somebody of the team has called the structure about this need. Both streams are only read: what was verified
     * stays so, and a need that was qualified was so when somebody looked.
     */
    private static boolean wasCalled(Invite c, DecisionSession session) {
        return session.state(RelayStructureDecider.DECIDER, c.structure()).isVerified()
                && session.state(NeedDecider.DECIDER, c.need()) instanceof Need.Qualified need
                && need.request().structure().equals(c.structure());
    }

    /** Of two who invite the same person at once, the second finds them invited. */
    private void keep(Invite c) {
        if (!book.keep(c.contact(), c.structure(), c.person())) {
            throw new Rejection(ContactAccountRejection.CONTACT_HAS_ACCOUNT);
        }
    }

    /** A link to a first or a new password; who has no address is told by telephone. */
    private void invite(String contact, @Nullable String account, DecisionSession session) {
        if (account != null
                && book.find(contact)
                        .filter(person -> !person.email().isEmpty())
                        .isPresent()) {
            letters.write(Letter.of(
                    contact + ":" + session.added().getFirst().first() + ":" + AccountLetter.ACCOUNT_INVITATION,
                    AccountLetter.ACCOUNT_INVITATION,
                    contact,
                    Map.of("account", account)));
        }
    }

    /** Whoever reads the old address loses its links. */
    private void correct(Correct c) {
        book.correct(c.contact(), c.right());
        if (c.address()) {
            links.revokePerson(c.contact());
            letters.addressCorrected(c.contact());
        }
    }

    private void forget(String contact, @Nullable String account) {
        if (account != null) {
            removals.request(account);
        }
        Optional<Contact> person = book.find(contact);
        book.erase(contact);
        person.filter(known -> !known.email().isEmpty())
                .ifPresentOrElse(
                        known -> receipts.send(
                                known.name(),
                                known.email(),
                                Letter.of(
                                        contact + ":" + AccountLetter.ACCOUNT_CLOSED,
                                        AccountLetter.ACCOUNT_CLOSED,
                                        contact,
                                        Map.of())),
                        () -> receipts.forget(contact));
    }
}
