package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.running.MatchingJob;
import fr.mentoratdurgence.matching.running.RunReplay;
import fr.mentoratdurgence.matching.running.Runs;
import fr.mentoratdurgence.platform.jobs.JobKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work of matching that is done as jobs. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    private static final int DRY_AT_ONCE = 2;

    /** A run is everybody's: the team sees it, whoever asked for it. */
    @Bean
    JobKind<MatchingJob.Run> runJob(Runs runs) {
        return JobKind.of(
                        MatchingJob.MATCHING_RUN, MatchingJob.Run.class, run -> runs.run(run.context(), run.progress()))
                .leadsTo((_, answer) ->
                        "/appariement/calculs/" + answer.get().path("run").asString())
                .alsoSeenBy((_, person) -> person.inTeam());
    }

    @Bean
    JobKind<OversightActs.DryAsked> dryJob(OversightActs acts) {
        return JobKind.of(
                        MatchingJob.DRY_RUN,
                        OversightActs.DryAsked.class,
                        run -> acts.dryRun(run.parameters().policy(), run.person()))
                .atOnce(DRY_AT_ONCE)
                .leadsTo((job, _) -> "/appariement/calculs/a-blanc?travail=" + job);
    }

    @Bean
    JobKind<OversightActs.ReplayAsked> replayJob(RunReplay replays) {
        return JobKind.of(
                        MatchingJob.RUN_REPLAY,
                        OversightActs.ReplayAsked.class,
                        run -> replays.replay(run.parameters().run()))
                .leadsTo((job, answer) ->
                        "/appariement/calculs/" + answer.get().path("run").asString() + "/rejeu?travail=" + job);
    }

    @Bean
    JobKind<WhatIfForm.Asked> whatIfJob(WhatIfForm form) {
        return JobKind.of(
                        MatchingJob.WHAT_IF, WhatIfForm.Asked.class, run -> form.compare(run.parameters(), run.file()))
                .leadsTo((job, _) -> "/appariement/et-si?travail=" + job);
    }
}
