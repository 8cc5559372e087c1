package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.reporting.history.History;
import fr.mentoratdurgence.reporting.history.PublisherPositions;
import fr.mentoratdurgence.reporting.history.SealingState;
import java.time.Clock;
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

    @Bean
    Sealer sealer(
            History history,
            PublisherPositions positions,
            SealedHistory sealed,
            SealingState state,
            DataSource dataSource,
            Clock clock,
            Texts texts) {
        return new Sealer(history, positions, sealed, state, dataSource, clock, texts);
    }
}
