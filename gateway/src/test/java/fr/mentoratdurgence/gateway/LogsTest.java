package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;

class LogsTest {

    @Test
    void the_log_is_for_machines_where_nobody_asks_otherwise() throws Exception {
        MutablePropertySources usual = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("usual", new ClassPathResource("application.yml"))
                .forEach(usual::addLast);

        assertThat(new PropertySourcesPropertyResolver(usual).getProperty("logging.structured.format.console"))
                .isEqualTo("ecs");
    }
}
