package fr.mentoratdurgence.platform.ui;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Renders templates with the engine the services use, without starting one. */
final class Pages {

    /** Same shape as the model attribute of the services. */
    public record Visitor(String displayName, Set<String> roles, String account) {
        Visitor(String displayName, Set<String> roles) {
            this(displayName, roles, "account-of-one");
        }

        /** As the platform's person says it. */
        public boolean has(String role) {
            return roles.contains(role);
        }

        /** As the platform's person says it. */
        public boolean inTeam() {
            return roles.contains("referent") || roles.contains("coordinator");
        }
    }

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final GenericWebApplicationContext beans = new GenericWebApplicationContext();

    Pages() {
        this("");
    }

    Pages(String contactAddress) {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/ui");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        engine.setTemplateEngineMessageSource(messages);
        new AnnotatedBeanDefinitionReader(beans).register(UiKitAutoConfiguration.class);
        beans.registerBean(
                "freshCommand", java.util.function.Supplier.class, () -> new UiKitAutoConfiguration().freshCommand());
        beans.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("address", Map.of("mentorat.contact-address", contactAddress)));
        beans.refresh();
    }

    String render(String template, String path, @Nullable Visitor person, Map<String, ?> model) {
        var servlets = new MockServletContext();
        var application = JakartaServletWebApplication.buildApplication(servlets);
        var request = new MockHttpServletRequest(servlets, "GET", path);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        var context = new WebContext(application.buildExchange(request, new MockHttpServletResponse()), Locale.FRENCH);
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, new DefaultFormattingConversionService()));
        model.forEach(context::setVariable);
        if (person != null) {
            context.setVariable("person", person);
        }
        return engine.process(template, context);
    }
}
