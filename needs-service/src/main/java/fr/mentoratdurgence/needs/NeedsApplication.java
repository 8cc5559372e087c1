package fr.mentoratdurgence.needs;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The needs service. */
@SpringBootApplication
public class NeedsApplication {

    /** Starts the service; its settings come from the environment. */
    public static void main(String[] args) {
        SpringApplication.run(NeedsApplication.class, args);
    }
}
