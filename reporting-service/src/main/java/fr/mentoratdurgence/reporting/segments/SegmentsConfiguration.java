package fr.mentoratdurgence.reporting.segments;

import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the segments are, and who seals them. */
@Configuration
@EnableConfigurationProperties(SegmentsSettings.class)
class SegmentsConfiguration {

    @Bean(destroyMethod = "close")
    SegmentStore segmentStore(SegmentsSettings settings) {
        return SegmentStore.of(settings.folder(), settings.bucket());
    }

    @Bean
    SealedHistory sealedHistory(SegmentStore store, SegmentsSettings settings, DataSource dataSource) {
        return new SealedHistory(store, settings.operation(), new Witness(dataSource));
    }
}
