package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.jobs.JobKind;
import fr.mentoratdurgence.platform.jobs.JobRun;
import fr.mentoratdurgence.platform.jobs.Jobs;
import fr.mentoratdurgence.reporting.assessment.AssessmentActs;
import fr.mentoratdurgence.reporting.assessment.AssessmentBoard;
import fr.mentoratdurgence.reporting.bilan.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The whole history is folded for each of these: work that takes longer than anybody waits for. */
@Component
class AssessmentJobs {
    /** What is done. */
    enum Work {
        ASSESSMENT_FIGURES,
        ASSESSMENT_SEALING
    }

    /** @param assessment which one */
    record Asked(String assessment) {}

    private final Jobs jobs;
    private final AssessmentActs acts;

    AssessmentJobs(Jobs jobs, AssessmentActs acts) {
        this.jobs = jobs;
        this.acts = acts;
    }

    /** Asks for an assessment; the job that works it out. */
    String request(Scope scope, @Nullable String corrects, Person person, CommandContext context) {
        return compute(acts.request(scope, corrects, context), person, context.child("figures"));
    }

    /** The job that works its figures out again. */
    String compute(String assessment, Person person, CommandContext context) {
        return jobs.ask(Work.ASSESSMENT_FIGURES, new Asked(assessment), person, context);
    }

    /** The job that seals it, if the same comes out again. */
    String seal(String assessment, Person person, CommandContext context) {
        return jobs.ask(Work.ASSESSMENT_SEALING, new Asked(assessment), person, context);
    }

    /** The kinds, for whoever does the work. */
    @Configuration(proxyBeanMethods = false)
    static class KindsConfiguration {
        private static final int AT_ONCE = 2;

        private final AssessmentActs acts;
        private final AssessmentBoard board;
        private final BilanBoard bilans;

        KindsConfiguration(AssessmentActs acts, AssessmentBoard board, BilanBoard bilans) {
            this.acts = acts;
            this.board = board;
            this.bilans = bilans;
        }

        @Bean
        JobKind<Asked> figuresJob() {
            return shown(JobKind.of(Work.ASSESSMENT_FIGURES, Asked.class, run -> {
                acts.compute(run.parameters().assessment(), bilans::both, run.context());
                return told(run);
            }));
        }

        @Bean
        JobKind<Asked> sealingJob() {
            return shown(JobKind.of(Work.ASSESSMENT_SEALING, Asked.class, run -> {
                acts.seal(run.parameters().assessment(), bilans::both, run.context());
                return told(run);
            }));
        }

        private AssessmentsApi.Out told(JobRun<Asked> run) {
            return AssessmentsApi.out(run.person(), board.find(run.parameters().assessment()));
        }

        private static JobKind<Asked> shown(JobKind<Asked> kind) {
            return kind.atOnce(AT_ONCE)
                    .leadsTo((_, answer) -> AssessmentPages.LIST
                            + "/"
                            + answer.get().path("assessment").asString());
        }
    }
}
