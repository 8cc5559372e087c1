package fr.mentoratdurgence.followup.wishes;

import fr.mentoratdurgence.platform.UseCases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WishesConfiguration {

    @Bean
    UseCases<WishCommand> wishUseCases() {
        return new UseCases<>(WishCommand.class, WishUseCases::handle);
    }
}
