package fr.mentoratdurgence.needs.declaration;

import fr.mentoratdurgence.platform.jobs.JobKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files of needs are brought in as jobs. */
@Configuration(proxyBeanMethods = false)
class DeclarationConfiguration {
    private static final int AT_ONCE = 2;

    @Bean
    JobKind<NeedsImport.Asked> needsFile(NeedsImport imports) {
        return JobKind.of(NeedsImport.Work.NEEDS_FILE, NeedsImport.Asked.class, imports::load)
                .atOnce(AT_ONCE);
    }
}
