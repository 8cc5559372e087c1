package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;

@ExtendWith(OutputCaptureExtension.class)
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

    @Test
    void the_id_that_an_error_page_shows_is_in_every_line_about_the_request_and_nobody_is(CapturedOutput said) {
        Door door = new Door("--FOLLOWUP_URL=http://127.0.0.1:1", "--LOG_FORMAT=ecs");

        var page = door.page("/suivi/binomes/pair-1?nom=Benali", "Cookie", door.loggedIn("claire", "token"));

        assertThat(page.statusCode()).isEqualTo(503);
        String id = Door.header(page, "X-Correlation-Id");
        assertThat(page.body()).contains("<code>" + id + "</code>");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(linesAbout(id, said))
                        .anySatisfy(line -> assertThat(line).contains("no answer on route followup"))
                        .anySatisfy(line ->
                                assertThat(line).contains("\"access\"", "\"GET\"", "\"followup\"", "503", "millis")));
        assertThat(linesAbout(id, said))
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{")
                        .doesNotContain("Benali", "pair-1", "claire", "127.0.0.1:" + door.port()));
    }

    private static List<String> linesAbout(String id, CapturedOutput said) {
        return said.getOut().lines().filter(line -> line.contains(id)).toList();
    }
}
