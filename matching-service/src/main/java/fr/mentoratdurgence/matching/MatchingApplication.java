package fr.mentoratdurgence.matching;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts matching-service. */
@SpringBootApplication
public class MatchingApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(MatchingApplication.class, args);
    }
}
