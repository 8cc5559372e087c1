package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.StaffCommand.Confirm;
import fr.mentoratdurgence.followup.staff.StaffCommand.Invite;
import fr.mentoratdurgence.platform.Actor;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.accounts.AccountsUnavailable;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.typed.EmailAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The first coordinator of a new installation, whom nobody there could invite: the operator names an address, by the command
 * line or, where there is none, by a setting, and says yes as the second person. Once and for all, whatever is said later
 * and however many instances run: the ids of the commands are always the same.
 */
final class FirstCoordinator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstCoordinator.class);
    private static final String ID = "first-coordinator";
    private static final String SYSTEM = "system";

    private final StaffSettings settings;
    private final TeamActs acts;
    private final StaffBoard board;
    private final Commands commands;
    private final Ids ids;
    private final OperationDay day;
    private final Texts texts;

    FirstCoordinator(
            StaffSettings settings,
            TeamActs acts,
            StaffBoard board,
            Commands commands,
            Ids ids,
            OperationDay day,
            Texts texts) {
        this.settings = settings;
        this.acts = acts;
        this.board = board;
        this.commands = commands;
        this.ids = ids;
        this.day = day;
        this.texts = texts;
    }

    /**
     * Invites the first coordinator; the letter leaves as soon as the login server answers.
     *
     * @param by the operator
     * @return the id of the place in the team
     * @throws Rejection where one was invited already
     */
    String invite(EmailAddress address, Actor by) {
        if (board.firstInvitedBy(SYSTEM).isPresent()) {
            throw new Rejection(StaffRejection.FIRST_COORDINATOR_INVITED);
        }
        String staff = commands.send(
                new Invite(
                        ids.next("staff"),
                        StaffRole.COORDINATOR,
                        List.of(StaffEvent.EVERYWHERE),
                        new Colleague(
                                texts.of("equipe.premiere.prenom"),
                                texts.of("equipe.premiere.nom"),
                                address.value(),
                                ""),
                        SYSTEM,
                        day.today()),
                new CommandContext(ID, by, ID, null));
        letIn();
        return staff;
    }

    /** Until it is done: the login server may come later than this service. */
    @Scheduled(initialDelay = 5, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void watch() {
        if (board.firstInvitedBy(SYSTEM).isPresent()) {
            letIn();
        } else if (!settings.firstCoordinator().isBlank()) {
            EmailAddress.read(settings.firstCoordinator())
                    .ifPresentOrElse(
                            address -> invite(address, Actor.SYSTEM),
                            () -> LOG.error("FIRST_COORDINATOR is not an address: nobody is invited"));
        }
    }

    private void letIn() {
        StaffRow row = board.firstInvitedBy(SYSTEM).orElseThrow();
        if (row.account() != null || row.leftOn() != null) {
            return;
        }
        try {
            if (!row.confirmed()) {
                commands.send(
                        new Confirm(row.staff(), "operator-installation", day.today()),
                        CommandContext.system(ID + ":confirmed"));
            }
            acts.open(row.staff(), CommandContext.system(ID + ":account"));
        } catch (AccountsUnavailable notNow) {
            LOG.warn("the first coordinator is invited as soon as the login server answers");
        }
    }
}
