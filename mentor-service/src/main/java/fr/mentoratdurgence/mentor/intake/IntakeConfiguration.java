package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.platform.jobs.JobKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files of mentors are brought in as jobs. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    private static final int AT_ONCE = 2;

    @Bean
    JobKind<MentorImport.Asked> mentorsFile(MentorImport imports) {
        return JobKind.of(
                        MentorImport.Work.MENTORS_FILE,
                        MentorImport.Asked.class,
                        run -> imports.read(run.file(), run.person().territory(), run.context(), run.progress()))
                .atOnce(AT_ONCE);
    }
}
