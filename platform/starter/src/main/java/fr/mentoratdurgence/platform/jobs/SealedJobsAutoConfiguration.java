package fr.mentoratdurgence.platform.jobs;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.keys.SealedTable;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Every service has the table, also one that has no kind of job. */
@AutoConfiguration(afterName = "fr.mentoratdurgence.platform.web.WebAutoConfiguration")
@ConditionalOnBean(PersonalDataCipher.class)
class SealedJobsAutoConfiguration {
    @Bean
    SealedTable sealedJobs(PersonalDataCipher cipher) {
        return new SealedTable(
                "job", "id", Map.of("file_sealed", "", "outcome_sealed", ""), cipher.forPurpose(JobRows.PURPOSE));
    }
}
