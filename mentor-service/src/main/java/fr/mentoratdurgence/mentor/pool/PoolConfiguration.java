package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.AskForCharter;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.NoticeProofExpiry;
import fr.mentoratdurgence.mentor.onboarding.OperationRules;
import fr.mentoratdurgence.mentor.onboarding.ProofDeadline;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.accounts.Accounts;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    @Bean
    ContactCorrection contactCorrection(
            Commands commands,
            IdentityBook identities,
            Accounts accounts,
            PersonalDataCheck personalData,
            OperationDay day) {
        return new ContactCorrection(commands, identities, accounts, personalData, day);
    }

    @Bean
    MentorBoard mentors(JdbcClient db) {
        return new MentorBoard(db);
    }

    /** A proof of good standing has expired; told with the first day on which it did not count. */
    @Bean
    OnDeadline proofExpiry(Commands commands, OperationDay day) {
        return OnDeadline.sends(
                ProofDeadline.Kind.PROOF_EXPIRY, commands, due -> new NoticeProofExpiry(due.subject(), day.today()));
    }

    /** A newer charter is asked of whoever accepted an older one. */
    @Bean
    OnDeadline charterChanged(Commands commands, OperationRules rules, OperationDay day) {
        return OnDeadline.sends(
                CharterWatch.Kind.CHARTER_CHANGED,
                commands,
                due -> new AskForCharter(due.subject(), rules.charterVersion(), day.today()));
    }
}
