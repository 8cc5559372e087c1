package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedBoard.NotCalled;
import fr.mentoratdurgence.needs.intake.CallPromise;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Act;
import fr.mentoratdurgence.needs.intake.NeedCommand.NoticeContactOverdue;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says that nobody called a contact by the day that was promised, on the day after or as soon as a service runs again.
 * Any number of instances may look: the stream says it once, with the day that was missed.
 */
@Component
class CallOverduePolicy {
    private static final Logger LOG = LoggerFactory.getLogger(CallOverduePolicy.class);
    private static final int MOST = 500;

    private final Commands commands;
    private final NeedBoard board;
    private final CallPromise promise;
    private final OperationDay day;

    CallOverduePolicy(Commands commands, NeedBoard board, CallPromise promise, OperationDay day) {
        this.commands = commands;
        this.board = board;
        this.promise = promise;
        this.day = day;
    }

    @Scheduled(fixedDelayString = "${mentorat.first-call-watched-every:30s}")
    void watch() {
        LocalDate today = day.today();
        for (NotCalled waiting : board.notCalled(promise.declaredBy(today), MOST)) {
            LocalDate dueOn = promise.callBy(waiting.declaredOn(), waiting.departement());
            if (today.isAfter(dueOn)) {
                notice(new NoticeContactOverdue(waiting.need(), dueOn, today));
            }
        }
    }

    private void notice(NoticeContactOverdue overdue) {
        try {
            String _ = commands.send(
                    new Act(overdue),
                    CommandContext.system("contact-overdue:" + overdue.need() + ":" + overdue.dueOn()));
        } catch (RuntimeException failed) {
            LOG.warn(
                    "the call of {} is looked at again: {}",
                    overdue.need(),
                    failed.getClass().getSimpleName());
        }
    }
}
