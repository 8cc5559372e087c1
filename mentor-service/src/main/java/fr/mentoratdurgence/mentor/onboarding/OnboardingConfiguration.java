package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.identity.SetAside;
import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.accounts.AccountRemovals;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.letters.ErasureReceipts;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.links.Links;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class OnboardingConfiguration {

    @Bean
    OperationRules operationRules(Environment environment) {
        return Binder.get(environment).bind("operation", OperationRules.class).get();
    }

    @Bean
    InterviewDiary interviewDiary(JdbcClient db) {
        return new InterviewDiary(db);
    }

    @Bean
    EventTypes mentorEvents() {
        return new EventTypes("mentors", List.of(MentorEvent.class));
    }

    @Bean
    OnboardingUseCases onboardingUseCases(
            OperationRules rules,
            IdentityBook identities,
            SetAside setAside,
            AccountRemovals removals,
            ErasureReceipts receipts,
            Letters letters,
            Links links,
            Deadlines deadlines,
            InterviewDiary diary) {
        return new OnboardingUseCases(
                rules,
                identities,
                setAside,
                removals,
                new OnboardingLetters(letters, links, receipts),
                new ProofDeadline(deadlines),
                diary);
    }

    @Bean
    UseCases<MentorCommand> mentorUseCases(OnboardingUseCases onboarding) {
        return new UseCases<>(MentorCommand.class, onboarding::handle);
    }

    @Bean
    UseCases<ApplicationCommand> intakeUseCases(OnboardingUseCases onboarding) {
        return new UseCases<>(ApplicationCommand.class, onboarding::handle);
    }
}
