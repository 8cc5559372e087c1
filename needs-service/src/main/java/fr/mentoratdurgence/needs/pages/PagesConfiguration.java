package fr.mentoratdurgence.needs.pages;

import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Documents;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublisherSettings.class)
class PagesConfiguration {

    @Bean
    Choices choices(Texts texts) {
        return new Choices(texts);
    }

    @Bean
    Documents documents(Texts texts, PublisherSettings publisher) {
        return new Documents(texts, publisher.places(), Map.of("{associations}", PublisherSettings.members()));
    }
}
