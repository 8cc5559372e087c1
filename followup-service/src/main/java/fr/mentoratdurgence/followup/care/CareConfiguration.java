package fr.mentoratdurgence.followup.care;

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
    CareBoard careBoard(JdbcClient db) {
        return new CareBoard(db);
    }

    @Bean
    CarePolicy carePolicy(Commands commands, OperationDay day) {
        return new CarePolicy(commands, day);
    }

    @Bean
    OnDeadline firstContactCall(CarePolicy policy) {
        return policy.of(CareDeadlines.Kind.FIRST_CONTACT_CALL);
    }

    @Bean
    OnDeadline firstContactAlert(CarePolicy policy) {
        return policy.of(CareDeadlines.Kind.FIRST_CONTACT_ALERT);
    }

    @Bean
    OnDeadline checkIn(CarePolicy policy) {
        return policy.of(CareDeadlines.Kind.CHECK_IN);
    }

    @Bean
    OnDeadline checkInAnswer(CarePolicy policy) {
        return policy.of(CareDeadlines.Kind.CHECK_IN_ANSWER);
    }

    @Bean
    OnDeadline longSilence(CarePolicy policy) {
        return policy.of(CareDeadlines.Kind.LONG_SILENCE);
    }

    @Bean
    OnDeadline pace(CarePolicy policy) {
        return policy.of(CareDeadlines.Kind.PACE);
    }
}
