package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.board.RunBoard;
import fr.mentoratdurgence.matching.files.PolicyFile;
import fr.mentoratdurgence.matching.proposing.ProposalDeadline;
import fr.mentoratdurgence.matching.proposing.ProposalDeadlines;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import fr.mentoratdurgence.platform.store.FactLog;
import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The policy in force and the runs under it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RunningSettings.class)
@Import(Runs.class)
class RunningConfiguration {
    private static final int FIRST_POLICY = 1;

    @Bean
    PolicyVersions policies(RunBoard board, Commands commands, Clock clock) {
        return new PolicyVersions(board, commands, clock, PolicyFile.read(FIRST_POLICY));
    }

    /** The first policy is there before anybody asks for it. */
    @Bean
    ApplicationRunner firstPolicy(PolicyVersions policies) {
        return _ -> policies.establish();
    }

    @Bean
    ProposalDeadlines proposalDeadlines(Deadlines rows, RunningSettings settings) {
        return new ProposalDeadlines(rows, settings.reminderBefore());
    }

    @Bean
    ProposalExpiry proposalExpiry(Commands commands, Clock clock, RunningSettings settings) {
        return new ProposalExpiry(commands, clock, settings.reminderBefore());
    }

    @Bean
    OnDeadline reminder(ProposalExpiry expiry) {
        return OnDeadline.of(ProposalDeadline.PROPOSAL_REMINDER, expiry::remind);
    }

    @Bean
    OnDeadline unanswered(ProposalExpiry expiry) {
        return OnDeadline.of(ProposalDeadline.PROPOSAL_ANSWER, expiry::expire);
    }

    @Bean
    OnDeadline untold(ProposalExpiry expiry) {
        return OnDeadline.of(ProposalDeadline.TRIAL_OPINION, expiry::expire);
    }

    @Bean
    KnownThen knownThen(FactLog events) {
        return new KnownThen(events);
    }

    @Bean
    RunReplay runReplay(KnownThen then, Runs runs) {
        return new RunReplay(then, runs);
    }

    @Bean
    LiveMatching liveMatching(FactLog events, Clock clock) {
        return new LiveMatching(events, clock);
    }

    @Bean
    PreMatchings preMatchings(
            LiveMatching live, PolicyVersions policies, Clock clock, Ids ids, RunningSettings settings) {
        return new PreMatchings(live, policies, clock, ids, settings.trial());
    }

    @Bean
    HandChoice handChoice(LiveMatching live, PolicyVersions policies, Clock clock) {
        return new HandChoice(live, policies, clock);
    }
}
