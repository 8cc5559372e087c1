package fr.mentoratdurgence.platform.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole service on a real PostgreSQL and a real Kafka, over real HTTP. Inject
 * {@code @LocalServerPort int port} and talk with {@link Http}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {LocalParts.EmptyTopics.class, LocalParts.Initializer.class})
public @interface ServiceTest {}
