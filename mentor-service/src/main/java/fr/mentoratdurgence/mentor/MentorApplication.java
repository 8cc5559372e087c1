package fr.mentoratdurgence.mentor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts mentor-service. */
@SpringBootApplication
public class MentorApplication {

    /** Starts mentor-service; its settings come from the environment. */
    public static void main(String[] args) {
        SpringApplication.run(MentorApplication.class, args);
    }
}
