package fr.mentoratdurgence.platform.test;

import fr.mentoratdurgence.platform.test.tiny.TinyApplication;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** An instance of the tiny service that a test starts and ends itself. */
final class TinyService {
    private TinyService() {}

    static ConfigurableApplicationContext on(LocalParts.Database database, Map<String, String> more) {
        SpringApplication service = new SpringApplication(TinyApplication.class);
        service.addInitializers(c -> ((GenericApplicationContext) c).registerBean(JwtDecoder.class, Tokens::decoder));
        Map<String, Object> settings = new HashMap<>(LocalParts.settings(database));
        settings.putAll(more);
        return service.run(settings.entrySet().stream()
                .map(one -> "--" + one.getKey() + "=" + one.getValue())
                .toArray(String[]::new));
    }
}
