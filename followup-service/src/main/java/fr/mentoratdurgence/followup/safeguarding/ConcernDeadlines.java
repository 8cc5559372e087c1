package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.EraseConcernText;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.EscalateConcern;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to a worry by itself: nobody took it in time, or its text has been kept long enough. */
@Configuration(proxyBeanMethods = false)
class ConcernDeadlines {

    /** Their codes. */
    enum Kind {
        CONCERN_UNANSWERED,
        CONCERN_TEXT
    }

    @Bean
    OnDeadline unansweredConcern(Commands commands, ConcernBoard board, SafeguardingPolicy policy, Clock clock) {
        return OnDeadline.of(
                Kind.CONCERN_UNANSWERED,
                due -> board.find(due.subject()).ifPresent(row -> {
                    Instant now = clock.instant();
                    String _ = commands.send(
                            new EscalateConcern(row.concern(), now, policy.next(row, now)),
                            CommandContext.system(due.key()));
                }));
    }

    @Bean
    OnDeadline keptConcernText(Commands commands, OperationDay day) {
        return OnDeadline.sends(
                Kind.CONCERN_TEXT,
                commands,
                due -> new EraseConcernText(due.subject(), TextErasure.KEEPING_TIME_OVER, day.today()));
    }
}
