package fr.mentoratdurgence.needs.letters;

import fr.mentoratdurgence.platform.letters.Letters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LettersConfiguration {

    @Bean
    NeedLetters needLetters(Letters letters) {
        return new NeedLetters(letters);
    }
}
