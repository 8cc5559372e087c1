package fr.mentoratdurgence.reporting.segments;

import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the segments are, and who seals them. */
@Configuration
@EnableConfigurationProperties(SegmentsSettings.class)
class SegmentsConfiguration {

    @Bean
    SealedHistory sealedHistory(SegmentsSettings settings, DataSource dataSource) {
        return new SealedHistory(settings.folder(), settings.operation(), new Witness(dataSource));
    }
}
