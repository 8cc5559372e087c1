package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.StaffCommand.AgreeToChange;
import fr.mentoratdurgence.followup.staff.StaffCommand.Confirm;
import fr.mentoratdurgence.followup.staff.StaffCommand.Correct;
import fr.mentoratdurgence.followup.staff.StaffCommand.Invite;
import fr.mentoratdurgence.followup.staff.StaffCommand.Leave;
import fr.mentoratdurgence.followup.staff.StaffCommand.OpenAccount;
import fr.mentoratdurgence.followup.staff.StaffCommand.RenewPassword;
import fr.mentoratdurgence.followup.staff.StaffCommand.TakeIn;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.accounts.AccountRemovals;
import fr.mentoratdurgence.platform.accounts.Accounts;
import fr.mentoratdurgence.platform.accounts.Holder;
import fr.mentoratdurgence.platform.accounts.Login;
import fr.mentoratdurgence.platform.accounts.Member;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    String invite(Person person, TypedPlace place, CommandContext context) {
        return commands.send(
                new Invite(
                        ids.next("staff"),
                        place.role(),
                        place.territories(),
                        place.colleague(),
                        person.account(),
                        day.today()),
                context);
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
        Login login = accounts.open(holder(staff, colleague, row.role(), row.territories()));
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

    /**
     * Takes somebody into the team's book whom the login server lets in already; it gives nobody a right. Answers with the
     * id of the place, the same when asked again.
     */
    String takeIn(String username, Person by, CommandContext context) {
        Member member = accounts.member(username);
        Optional<String> known = board.under(member.account());
        if (known.isPresent()) {
            return known.get();
        }
        StaffRole role =
                StaffRole.of(member.groups()).orElseThrow(() -> new Rejection(StaffRejection.LOGIN_WITHOUT_ROLE));
        String staff = Optional.ofNullable(member.person()).orElseGet(() -> ids.next("staff"));
        if (!staff.startsWith("staff-")) {
            throw new Rejection(StaffRejection.LOGIN_WITHOUT_ROLE); // the login of a volunteer or of a school
        }
        accounts.belongsTo(member, staff);
        return commands.send(
                new TakeIn(
                        staff,
                        role,
                        member.attributes().getOrDefault("territory", List.of()).stream()
                                .map(code -> code.equals("*") ? StaffEvent.EVERYWHERE : code)
                                .toList(),
                        member.account(),
                        new Colleague(member.firstName(), member.lastName(), member.email(), ""),
                        by.account(),
                        day.today()),
                context);
    }

    /** A new password: a fact, the end of all sessions, and a letter with a link where there is an address. */
    Login renew(String staff, CommandContext context) {
        String account = board.one(staff).account();
        if (account == null) {
            throw new Rejection(StaffRejection.STAFF_HAS_NO_ACCOUNT);
        }
        return accounts.renew(account, staff, () -> commands.send(new RenewPassword(staff, day.today()), context));
    }

    /**
     * What was typed wrong or has changed: name and ways to be reached at once, role and territories too where one person
     * may give them; otherwise they wait for a second coordinator. The login follows; doing it again mends a failure.
     */
    void correct(Person person, String staff, TypedPlace right, CommandContext context) {
        StaffRow row = board.one(staff);
        Colleague known = book.find(staff).orElseThrow(() -> new Rejection(StaffRejection.STAFF_GONE));
        Colleague colleague = right.colleague();
        boolean moves = row.role() != right.role() || !row.territories().equals(right.territories());
        boolean now = moves && !right.role().confirmed();
        follow(
                row,
                holder(
                        staff,
                        colleague,
                        now ? right.role() : row.role(),
                        now ? right.territories() : row.territories()),
                now,
                () -> commands.send(
                        new Correct(
                                staff,
                                colleague,
                                !known.equals(colleague),
                                !known.email().equals(colleague.email()),
                                right.role(),
                                right.territories(),
                                person.account(),
                                day.today()),
                        context));
    }

    /** A second coordinator agrees to another role or other territories. */
    void agree(Person person, String staff, CommandContext context) {
        StaffRow row = board.one(staff);
        Colleague known = book.find(staff).orElseThrow(() -> new Rejection(StaffRejection.STAFF_GONE));
        StaffRow.Asked asked = row.asked();
        if (asked == null) {
            throw new Rejection(StaffRejection.NO_CHANGE_ASKED);
        }
        follow(
                row,
                holder(staff, known, asked.role(), asked.territories()),
                true,
                () -> commands.send(new AgreeToChange(staff, person.account(), day.today()), context));
    }

    /** The login says what the place says. */
    private void follow(StaffRow row, Holder holder, boolean moves, Runnable record) {
        String account = row.account();
        if (account == null) {
            record.run();
        } else {
            accounts.change(account, holder, moves ? StaffRole.groupsBut(holder.group()) : List.of(), record);
        }
    }

    private static Holder holder(String staff, Colleague colleague, StaffRole role, List<String> territories) {
        return new Holder(
                staff,
                colleague.firstName(),
                colleague.lastName(),
                colleague.email(),
                role.group(),
                Map.of(
                        "territory",
                        territories.stream()
                                .map(code -> code.equals(StaffEvent.EVERYWHERE) ? "*" : code)
                                .toList()));
    }

    /** The login goes at once where Keycloak answers, as soon as it does otherwise. */
    void leave(Person person, String staff, CommandContext context) {
        commands.send(new Leave(board.one(staff).staff(), person.account(), day.today()), context);
        removals.work();
    }
}
