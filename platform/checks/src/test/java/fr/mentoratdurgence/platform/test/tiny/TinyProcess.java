package fr.mentoratdurgence.platform.test.tiny;

import fr.mentoratdurgence.platform.readmodel.ReadModels;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The tiny service in a process of its own, which rebuilds one read model and stays until it is ended. */
public final class TinyProcess {
    private TinyProcess() {}

    /** @param arguments the read model, then settings */
    public static void main(String[] arguments) throws InterruptedException {
        SpringApplication service = new SpringApplication(TinyApplication.class);
        service.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("nobody", JwtDecoder.class, () -> _ -> {
                    throw new BadJwtException("nobody talks to this process");
                }));
        ConfigurableApplicationContext context = service.run(Arrays.copyOfRange(arguments, 1, arguments.length));
        var _ = context.getBean(ReadModels.class).start(arguments[0]);
        Thread.currentThread().join();
    }
}
