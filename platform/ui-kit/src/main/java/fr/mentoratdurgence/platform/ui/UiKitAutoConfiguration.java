package fr.mentoratdurgence.platform.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Gives the fragments the things a template cannot know by itself. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(UiSettings.class)
@Import(GalleryPages.class)
public class UiKitAutoConfiguration {

    /** A new command id for each form, so that a list may hold many forms without its controller naming each. */
    @Bean
    Supplier<String> freshCommand() {
        return () -> UUID.randomUUID().toString();
    }

    /** The address of a style or a script of ours, by its path. */
    @Bean
    UnaryOperator<String> versioned() {
        return new VersionedFiles();
    }

    /** Where to write to the operation; empty where it has no such address. */
    @Bean
    Supplier<String> contactAddress(UiSettings settings) {
        return settings::contactAddress;
    }

    /** The path being served, for the menu's current entry. */
    @Bean
    Supplier<String> currentPath() {
        return () -> RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
                ? served.getRequest().getRequestURI()
                : "";
    }

    /**
     * The page that the person sees, with its query, for a form to lead back to: of a part that htmx asks for, the page
     * around it; of a form shown again, the page it first stood on.
     */
    @Bean
    Supplier<String> currentAddress() {
        return () -> RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
                ? address(served.getRequest())
                : "";
    }

    private static String address(HttpServletRequest request) {
        String around = request.getHeader("HX-Current-URL");
        if (around != null) {
            return around.replaceFirst("^[a-z]+://[^/]*", "").replaceFirst("#.*", "");
        }
        if (!"GET".equals(request.getMethod())) {
            String before = request.getParameter("retour");
            return before == null ? "" : before.replaceFirst("#.*", "");
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
