package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.Person;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives {@link Person} and {@link CommandContext} to controller methods that ask for them. */
final class RequestArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{8,80}");

    private final Ids ids;

    RequestArguments(Ids ids) {
        this.ids = ids;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Person.class || parameter.getParameterType() == CommandContext.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Person person = People.current();
        if (parameter.getParameterType() == Person.class) {
            return person;
        }
        String header = request.getHeader("Idempotency-Key");
        return new CommandContext(
                usable(header != null ? header : request.getParameter("commande"), "command"),
                person.actor(),
                usable(request.getHeader("X-Correlation-Id"), "request"),
                null);
    }

    private String usable(@Nullable String given, String prefix) {
        return given != null && ID.matcher(given).matches() ? given : ids.next(prefix);
    }
}
