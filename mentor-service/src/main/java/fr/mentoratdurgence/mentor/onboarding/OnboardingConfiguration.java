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

@Configuration(proxyBeanMethods = false)
class OnboardingConfiguration {

    @Bean
    OperationRules operationRules(Environment environment) {
        return Binder.get(environment).bind("operation", OperationRules.class).get();
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
            Deadlines deadlines) {
        return new OnboardingUseCases(
                rules,
                identities,
                setAside,
                removals,
                new OnboardingLetters(letters, links, receipts),
                new ProofDeadline(deadlines));
    }

    @Bean
    UseCases<MentorCommand> mentorUseCases(OnboardingUseCases onboarding) {
        return new UseCases<>(MentorCommand.class, onboarding::handle);
    }

    @Bean
    UseCases<FileCommand> fileUseCases(OnboardingUseCases onboarding) {
        return new UseCases<>(FileCommand.class, onboarding::handle);
    }
}
