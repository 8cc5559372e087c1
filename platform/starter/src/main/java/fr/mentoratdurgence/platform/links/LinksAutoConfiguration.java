package fr.mentoratdurgence.platform.links;

import fr.mentoratdurgence.platform.Texts;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every service believes links; one that has purposes issues them. */
@AutoConfiguration(afterName = "fr.mentoratdurgence.platform.web.WebAutoConfiguration")
@EnableConfigurationProperties(LinksSettings.class)
class LinksAutoConfiguration {

    @Bean
    LinkStatements linkStatements(LinksSettings settings) {
        return new LinkStatements(settings, Clock.systemUTC());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(LinkPurposes.class)
    static class Issuing {

        @Bean
        Links links(JdbcClient db, List<LinkPurposes> purposes, LinksSettings settings, Clock clock) {
            return new Links(db, LinkPurposes.together(purposes), settings, clock);
        }

        @Bean
        LinkPages linkPages(Links links, LinkStatements statements, LinksSettings settings, Texts texts) {
            return new LinkPages(links, statements, settings, texts);
        }
    }
}
