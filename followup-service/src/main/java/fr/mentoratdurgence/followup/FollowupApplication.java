package fr.mentoratdurgence.followup;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The follow-up service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FollowupApplication {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(FollowupApplication.class, args);
    }
}
