package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.DepartureCommand.LeavePair;
import fr.mentoratdurgence.followup.pairs.EndingUseCases;
import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the care for pairs to the platform. */
@Configuration(proxyBeanMethods = false)
class CareConfiguration {

    @Bean
    CareUseCases careUseCases(FollowupPolicy policy, Deadlines deadlines, OperationDay day) {
        return new CareUseCases(policy, new CareDeadlines(deadlines, policy), day);
    }

    @Bean
    UseCases<CareCommand> careCommands(CareUseCases cases) {
        return new UseCases<>(CareCommand.class, cases::handle);
    }

    @Bean
    UseCases<DepartureCommand> departureCommands(CareUseCases cases, EndingUseCases ending) {
        return new UseCases<>(DepartureCommand.class, (command, session) -> switch (command) {
            case LeavePair c -> cases.leave(c, ending, session);
        });
    }

    @Bean
    CareBoard careBoard(JdbcClient db) {
        return new CareBoard(db);
    }

    @Bean
    OnDeadline carePolicy(Commands commands, OperationDay day) {
        return OnDeadline.sends(
                CareDeadlines.Kind.class, commands, (kind, due) -> CarePolicy.command(kind, due, day.today()));
    }
}
