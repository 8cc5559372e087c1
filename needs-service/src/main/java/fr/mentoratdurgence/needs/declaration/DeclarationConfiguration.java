package fr.mentoratdurgence.needs.declaration;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.jobs.JobKind;
import fr.mentoratdurgence.platform.keys.SealedTable;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files of needs are brought in as jobs; what is typed and not sent yet is sealed. */
@Configuration(proxyBeanMethods = false)
class DeclarationConfiguration {
    private static final int AT_ONCE = 2;

    @Bean
    JobKind<NeedsImport.Asked> needsFile(NeedsImport imports) {
        return JobKind.of(NeedsImport.Work.NEEDS_FILE, NeedsImport.Asked.class, imports::load)
                .atOnce(AT_ONCE);
    }

    @Bean
    SealedTable sealedDrafts(PersonalDataCipher cipher) {
        return new SealedTable("draft", "draft", Map.of("content_sealed", ""), cipher);
    }
}
