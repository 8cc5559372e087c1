package fr.mentoratdurgence.reporting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that remembers everything and counts it. */
@SpringBootApplication
public class ReportingApplication {

    /** Starts the service; its surroundings come from the environment. */
    public static void main(String[] args) {
        SpringApplication.run(ReportingApplication.class, args);
    }
}
