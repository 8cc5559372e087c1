package fr.mentoratdurgence.platform.ui;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Gives the fragments the things a template cannot know by itself. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class UiKitAutoConfiguration {

    /** A new command id for each form, so that a list may hold many forms without its controller naming each. */
    @Bean
    Supplier<String> freshCommand() {
        return () -> UUID.randomUUID().toString();
    }

    /** Where to write to the operation; empty where it has no such address. */
    @Bean
    Supplier<String> contactAddress(@Value("${mentorat.contact-address:}") String address) {
        return () -> address;
    }

    /** The path being served, for the menu's current entry. */
    @Bean
    Supplier<String> currentPath() {
        return () -> RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
                ? served.getRequest().getRequestURI()
                : "";
    }
}
