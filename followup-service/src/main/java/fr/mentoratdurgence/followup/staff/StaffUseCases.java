package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.StaffCommand.AgreeToChange;
import fr.mentoratdurgence.followup.staff.StaffCommand.Confirm;
import fr.mentoratdurgence.followup.staff.StaffCommand.Correct;
import fr.mentoratdurgence.followup.staff.StaffCommand.Invite;
import fr.mentoratdurgence.followup.staff.StaffCommand.Leave;
import fr.mentoratdurgence.followup.staff.StaffCommand.OpenAccount;
import fr.mentoratdurgence.followup.staff.StaffCommand.RenewPassword;
import fr.mentoratdurgence.followup.staff.StaffCommand.TakeIn;
import fr.mentoratdurgence.followup.staff.StaffDecider.Place;
import fr.mentoratdurgence.platform.accounts.AccountRemovals;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.letters.ErasureReceipts;
import fr.mentoratdurgence.platform.letters.Letter;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.links.Links;
import fr.mentoratdurgence.platform.lists.SavedViews;
import java.util.Map;
import java.util.Optional;

/** What each command does, in one transaction: the stream's decision, the identity beside it, and the letter. */
final class StaffUseCases {
    private final StaffBook book;
    private final StaffNames names;
    private final ReachBook reaches;
    private final AccountRemovals removals;
    private final Letters letters;
    private final Links links;
    private final ErasureReceipts receipts;
    private final SavedViews views;

    StaffUseCases(
            StaffBook book,
            StaffNames names,
            ReachBook reaches,
            AccountRemovals removals,
            Letters letters,
            Links links,
            ErasureReceipts receipts,
            SavedViews views) {
        this.book = book;
        this.names = names;
        this.reaches = reaches;
        this.removals = removals;
        this.letters = letters;
        this.links = links;
        this.receipts = receipts;
        this.views = views;
    }

    String handle(StaffCommand command, DecisionSession session) {
        Place before = session.state(StaffDecider.STAFF, command.staff());
        Place _ = session.decide(StaffDecider.STAFF, command.staff(), command);
        switch (command) {
            case Invite c -> book.keep(c.staff(), c.colleague());
            case TakeIn c -> book.keep(c.staff(), c.colleague());
            case OpenAccount c -> invite(c.staff(), c.account(), session);
            case RenewPassword c -> {
                if (before instanceof Place.Known known && known.account() != null) {
                    invite(c.staff(), known.account(), session);
                }
            }
            case Leave c -> forget(c, before);
            case Correct c -> correct(c);
            case Confirm _, AgreeToChange _ -> {
                // the fact is all
            }
        }
        return command.staff();
    }

    /** A link to a first or a new password; who has no address is told by telephone. */
    private void invite(String staff, String account, DecisionSession session) {
        if (book.reaches(staff)) {
            letters.write(Letter.of(
                    staff + ":" + session.added().getFirst().first() + ":" + StaffLetter.ACCOUNT_INVITATION,
                    StaffLetter.ACCOUNT_INVITATION,
                    staff,
                    Map.of("account", account)));
        }
    }

    /** Whoever reads the old address loses its links. */
    private void correct(Correct c) {
        if (c.named()) {
            book.correct(c.staff(), c.colleague());
        }
        if (c.address()) {
            links.revokePerson(c.staff());
            letters.addressCorrected(c.staff());
        }
    }

    /** Whoever has an address gets a receipt. */
    private void forget(Leave left, Place before) {
        String staff = left.staff();
        if (before instanceof Place.Known known && known.account() != null) {
            removals.request(known.account());
            names.forget(known.account());
            reaches.erase(known.account());
            views.forget(known.account());
        }
        Optional<Colleague> reached =
                book.find(staff).filter(colleague -> !colleague.email().isEmpty());
        book.erase(staff);
        reached.ifPresentOrElse(
                colleague -> receipts.send(
                        colleague.firstName(),
                        colleague.email(),
                        Letter.of(
                                staff + ":" + StaffLetter.ERASED,
                                StaffLetter.ERASED,
                                staff,
                                Map.of("on", left.today().toString()))),
                () -> receipts.forget(staff));
    }
}
