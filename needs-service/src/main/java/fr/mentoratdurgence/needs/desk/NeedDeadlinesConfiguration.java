package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.intake.CallPromise;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Act;
import fr.mentoratdurgence.needs.intake.NeedCommand.AskStillNeeded;
import fr.mentoratdurgence.needs.intake.NeedCommand.NoticeContactOverdue;
import fr.mentoratdurgence.needs.intake.NeedCommand.ReturnNeed;
import fr.mentoratdurgence.needs.intake.NeedLoans;
import fr.mentoratdurgence.needs.intake.StillNeeded;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to a need by itself, when a day has come. */
@Configuration(proxyBeanMethods = false)
class NeedDeadlinesConfiguration {

    /** Nobody called the contact by the day that was promised: told with that day. */
    @Bean
    OnDeadline callOverdue(Commands commands, OperationDay day) {
        return OnDeadline.sends(
                CallPromise.Broken.FIRST_CALL,
                commands,
                due -> new Act(new NoticeContactOverdue(due.subject(), CallPromise.promised(due), day.today())));
    }

    /** A need that was lent until a day comes back on it. */
    @Bean
    OnDeadline needReturn(Commands commands, OperationDay day) {
        return OnDeadline.sends(
                NeedLoans.Over.NEED_LENT, commands, due -> new Act(new ReturnNeed(due.subject(), day.today())));
    }

    /** Whether mentors are still needed is asked where young people of a need have none. Nothing follows from silence. */
    @Bean
    OnDeadline stillNeededAsked(Commands commands, NeedBoard board, OperationDay day) {
        return OnDeadline.sends(
                StillNeeded.Silence.STILL_NEEDED,
                commands,
                due -> new Act(new AskStillNeeded(
                        due.subject(), board.pairs(due.subject()).size(), day.today())));
    }
}
