package fr.mentoratdurgence.platform.jobs;

import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.ServiceSettings;
import fr.mentoratdurgence.platform.Texts;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Jobs for a service that has kinds of them. */
@AutoConfiguration(afterName = "fr.mentoratdurgence.platform.web.WebAutoConfiguration")
@ConditionalOnBean(JobKind.class)
@EnableConfigurationProperties(JobsSettings.class)
class JobsAutoConfiguration {

    @Bean
    JobRows jobRows(JdbcClient db, PlatformTransactionManager transactions, PersonalDataCipher cipher, Clock clock) {
        return new JobRows(db, transactions, cipher, clock);
    }

    @Bean
    JobWorker jobWorker(List<JobKind<?>> kinds, JobRows rows, JobsSettings settings) {
        return new JobWorker(kinds, rows, settings);
    }

    @Bean
    Jobs jobs(
            List<JobKind<?>> kinds,
            JobRows rows,
            JobWorker worker,
            Ids ids,
            JobsSettings settings,
            ServiceSettings service) {
        return new Jobs(kinds, rows, worker, ids, settings, service);
    }

    @Bean
    JobsApi jobsApi(Jobs jobs, JobRows rows) {
        return new JobsApi(jobs, rows);
    }

    @Bean
    JobPages jobPages(Jobs jobs, JobsSettings settings, Texts texts) {
        return new JobPages(jobs, settings, texts);
    }

    @Bean
    JobStream jobStream(Jobs jobs) {
        return new JobStream(jobs);
    }
}
