package fr.mentoratdurgence.followup;

import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test against the whole service, with a clock that the test moves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import(FollowupTest.Time.class)
@TestPropertySource(properties = "mentorat.deadlines.every=200ms")
public @interface FollowupTest {

    /** Brings the clock. */
    @TestConfiguration
    class Time {
        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
