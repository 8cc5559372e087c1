package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.EraseConcernText;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.EscalateConcern;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to a worry by itself: nobody took it in time, or its text has been kept long enough. */
@Configuration(proxyBeanMethods = false)
class ConcernDeadlines {
    static final String UNANSWERED = "CONCERN_UNANSWERED";
    static final String TEXT = "CONCERN_TEXT";

    private record Passing(String kind, Consumer<Deadline> act) implements OnDeadline {
        @Override
        public void passed(Deadline deadline) {
            act.accept(deadline);
        }
    }

    @Bean
    OnDeadline unansweredConcern(Commands commands, ConcernBoard board, SafeguardingPolicy policy, Clock clock) {
        return new Passing(
                UNANSWERED,
                deadline -> board.find(deadline.subject()).ifPresent(row -> {
                    Instant now = clock.instant();
                    String _ = commands.send(
                            new EscalateConcern(row.concern(), now, policy.next(row, now)), system(deadline));
                }));
    }

    @Bean
    OnDeadline keptConcernText(Commands commands, OperationDay day) {
        return new Passing(TEXT, deadline -> {
            String _ = commands.send(
                    new EraseConcernText(deadline.subject(), TextErasure.KEEPING_TIME_OVER, day.today()),
                    system(deadline));
        });
    }

    private static CommandContext system(Deadline deadline) {
        return CommandContext.system(deadline.key());
    }
}
