package fr.mentoratdurgence.platform.watch;

import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.store.Instance;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaAdmin;

/** Watches the parts that a service lives on, and has its figures read. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "fr.mentoratdurgence.platform.messaging.MessagingAutoConfiguration",
            "fr.mentoratdurgence.platform.letters.LettersAutoConfiguration",
            "fr.mentoratdurgence.platform.deadlines.DeadlinesAutoConfiguration",
            "fr.mentoratdurgence.platform.web.WebAutoConfiguration"
        })
@EnableConfigurationProperties(WatchSettings.class)
class WatchAutoConfiguration {

    @Bean
    PartWatch databaseHealthIndicator(JdbcConnectionDetails database, WatchSettings settings, MeterRegistry registry) {
        return watch("database", new DatabaseQuestion(database), settings, registry);
    }

    @Bean
    PartWatch brokerHealthIndicator(BrokerQuestion question, WatchSettings settings, MeterRegistry registry) {
        return watch("broker", question, settings, registry);
    }

    /** Closed by the watch that asks it. */
    @Bean(destroyMethod = "")
    BrokerQuestion brokerQuestion(KafkaAdmin admin, ObjectProvider<Inbox> inboxes, Environment environment) {
        String name = environment.getRequiredProperty("spring.application.name");
        return new BrokerQuestion(
                admin, inboxes.stream().toList(), environment.getProperty("mentorat.consumer-group", name));
    }

    @Bean
    GaugeReader gaugeReader(List<Gauges> gauges, MeterRegistry registry, Clock clock) {
        return new GaugeReader(gauges, registry, clock);
    }

    @Bean
    InstanceApi instanceApi(Instance instance, ObjectProvider<BuildProperties> build, MeterRegistry registry) {
        return new InstanceApi(instance, build.getIfAvailable(), registry);
    }

    private static PartWatch watch(
            String part, PartWatch.Question question, WatchSettings settings, MeterRegistry registry) {
        PartWatch watch = new PartWatch(part, question, settings);
        Gauge.builder("mentorat.part.up", watch, asked -> asked.answers() ? 1 : 0)
                .tag("part", part)
                .register(registry);
        return watch;
    }
}
