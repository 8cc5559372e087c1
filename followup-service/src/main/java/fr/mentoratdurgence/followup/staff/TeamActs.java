package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.StaffCommand.Confirm;
import fr.mentoratdurgence.followup.staff.StaffCommand.Invite;
import fr.mentoratdurgence.followup.staff.StaffCommand.Leave;
import fr.mentoratdurgence.followup.staff.StaffCommand.OpenAccount;
import fr.mentoratdurgence.followup.staff.StaffCommand.RenewPassword;
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
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a coordinator does with the places in the team. */
@Component
class TeamActs {
    private final Commands commands;
    private final StaffBoard board;
    private final StaffBook book;
    private final Accounts accounts;
    private final AccountRemovals removals;
    private final Ids ids;
    private final OperationDay day;

    TeamActs(
            Commands commands,
            StaffBoard board,
            StaffBook book,
            Accounts accounts,
            AccountRemovals removals,
            Ids ids,
            OperationDay day) {
        this.commands = commands;
        this.board = board;
        this.book = book;
        this.accounts = accounts;
        this.removals = removals;
        this.ids = ids;
        this.day = day;
    }

    /** Asks somebody into the team; answers with the id of the place. */
    String invite(
            Person person, StaffRole role, List<String> territories, Colleague colleague, CommandContext context) {
        return commands.send(
                new Invite(ids.next("staff"), role, territories, colleague, person.account(), day.today()), context);
    }

    void confirm(Person person, String staff, CommandContext context) {
        commands.send(new Confirm(board.one(staff).staff(), person.account(), day.today()), context);
    }

    /**
     * Makes the login, then tells the stream, which writes the invitation; a failure between the two is mended by doing
     * it again.
     */
    Login open(String staff, CommandContext context) {
        StaffRow row = board.one(staff);
        if (!row.confirmed()) {
            throw new Rejection(StaffRejection.CONFIRM_FIRST); // before a login is made
        }
        if (row.account() != null) {
            throw new Rejection(StaffRejection.STAFF_HAS_ACCOUNT);
        }
        Colleague colleague = book.find(staff).orElseThrow(() -> new Rejection(StaffRejection.STAFF_GONE));
        Login login = accounts.open(new Holder(
                staff,
                colleague.firstName(),
                colleague.lastName(),
                colleague.email(),
                row.role().group(),
                Map.of(
                        "territory",
                        row.territories().stream()
                                .map(code -> code.equals(StaffEvent.EVERYWHERE) ? "*" : code)
                                .toList())));
        try {
            commands.send(new OpenAccount(staff, login.account(), day.today()), context);
        } catch (Rejection refused) {
            if (refused.is(StaffRejection.STAFF_GONE)) {
                removals.request(login.account());
                removals.work();
            }
            throw refused;
        }
        return login;
    }

    /** A new password: a fact, the end of all sessions, and a letter with a link where there is an address. */
    Login renew(String staff, CommandContext context) {
        String account = board.one(staff).account();
        if (account == null) {
            throw new Rejection(StaffRejection.STAFF_HAS_NO_ACCOUNT);
        }
        return accounts.renew(account, staff, () -> commands.send(new RenewPassword(staff, day.today()), context));
    }

    /** The login goes at once where Keycloak answers, as soon as it does otherwise. */
    void leave(Person person, String staff, CommandContext context) {
        commands.send(new Leave(board.one(staff).staff(), person.account(), day.today()), context);
        removals.work();
    }
}
