package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairCommand.AnswerContinuation;
import fr.mentoratdurgence.followup.pairs.PairCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.LogMissedSession;
import fr.mentoratdurgence.followup.pairs.PairCommand.LogSession;
import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.followup.pairs.PairCommand.OpenPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ProposeContinuation;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the stream of pairs to the platform. */
@Configuration(proxyBeanMethods = false)
class PairsConfiguration {

    @Bean
    PairBoard pairBoard(JdbcClient db) {
        return new PairBoard(db);
    }

    @Bean
    OpenPairsPolicy openPairsPolicy(Commands commands, FollowupPolicy policy) {
        return new OpenPairsPolicy(commands, policy);
    }

    @Bean
    EventTypes pairEvents() {
        return new EventTypes("followup", List.of(PairEvent.class));
    }

    @Bean
    UseCases<PairCommand> pairUseCases() {
        return new UseCases<>(PairCommand.class, PairsConfiguration::handle);
    }

    /** Answers with the session's id where one was logged, so that sending twice names the same session. */
    private static String handle(PairCommand command, DecisionSession session) {
        Pair _ = session.decide(PairDecider.PAIR, command.pair(), command);
        return switch (command) {
            case LogSession c -> c.session();
            case LogMissedSession c -> c.session();
            case OpenPair _,
                    ConfirmFirstContact _,
                    NoticeSilence _,
                    InterruptPair _,
                    ClosePair _,
                    ProposeContinuation _,
                    AnswerContinuation _ -> command.pair();
        };
    }
}
