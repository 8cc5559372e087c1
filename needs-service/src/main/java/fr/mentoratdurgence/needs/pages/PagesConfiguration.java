package fr.mentoratdurgence.needs.pages;

import fr.mentoratdurgence.platform.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

    @Bean
    Choices choices(Texts texts) {
        return new Choices(texts);
    }
}
