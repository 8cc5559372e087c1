package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.StaffCommand.Confirm;
import fr.mentoratdurgence.followup.staff.StaffCommand.Invite;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.accounts.AccountsUnavailable;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The first coordinator of a new installation, whom nobody there could invite: the operator names an address, and says
 * yes as the second person. Once and for all, whatever the setting says later and however many instances run: the ids of
 * the commands are always the same.
 */
final class FirstCoordinator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstCoordinator.class);
    private static final String ID = "first-coordinator";

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

    /** Until it is done: the login server may come later than this service. */
    @Scheduled(initialDelay = 5, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void invite() {
        if (settings.firstCoordinator().isBlank()) {
            return;
        }
        String staff = commands.send(
                new Invite(
                        ids.next("staff"),
                        StaffRole.COORDINATOR,
                        List.of(StaffEvent.EVERYWHERE),
                        new Colleague(
                                texts.of("equipe.premiere.prenom"),
                                texts.of("equipe.premiere.nom"),
                                settings.firstCoordinator().strip(),
                                ""),
                        "system",
                        day.today()),
                CommandContext.system(ID));
        StaffRow row = board.one(staff);
        if (row.account() != null || row.leftOn() != null) {
            return;
        }
        try {
            if (!row.confirmed()) {
                commands.send(
                        new Confirm(staff, "operator-installation", day.today()),
                        CommandContext.system(ID + ":confirmed"));
            }
            acts.open(staff, CommandContext.system(ID + ":account"));
        } catch (AccountsUnavailable notNow) {
            LOG.warn("the first coordinator is invited as soon as the login server answers");
        }
    }
}
