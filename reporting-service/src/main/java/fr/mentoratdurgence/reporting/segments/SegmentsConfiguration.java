package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.reporting.history.History;
import fr.mentoratdurgence.reporting.history.PublisherPositions;
import fr.mentoratdurgence.reporting.history.SealingState;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the segments are, and who seals them. */
@Configuration
class SegmentsConfiguration {

    @Bean
    SealedHistory sealedHistory(
            @Value("${mentorat.segments.folder}") Path folder,
            @Value("${mentorat.segments.operation}") String operation,
            DataSource dataSource) {
        return new SealedHistory(folder, operation, new Witness(dataSource));
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
