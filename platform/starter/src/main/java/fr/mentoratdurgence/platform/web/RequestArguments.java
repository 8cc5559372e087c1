package fr.mentoratdurgence.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.Person;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives {@link Person}, {@link CommandContext} and {@link JustDone} to controller methods that ask for them. What a header or a hidden field
 * says is kept for ever beside the events, so no text passes: a key of another shape than ours becomes an id made of it,
 * the same each time; a correlation id of another shape is replaced.
 */
final class RequestArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final Pattern ID = Pattern.compile("([a-z]{1,20}-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Set<Class<?>> TYPES = Set.of(Person.class, CommandContext.class, JustDone.class);

    private final Ids ids;

    RequestArguments(Ids ids) {
        this.ids = ids;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new Telling());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
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
        if (parameter.getParameterType() == JustDone.class) {
            return JustDone.heard(request.getHeader(JustDone.HEADER));
        }
        String header = request.getHeader("Idempotency-Key");
        return new CommandContext(
                commandId(header != null ? header : request.getParameter("commande")),
                person.actor(),
                correlationId(request.getHeader("X-Correlation-Id")),
                null);
    }

    private String commandId(@Nullable String key) {
        if (key == null || key.isBlank()) {
            return ids.next("command");
        }
        return ID.matcher(key).matches() ? key : "command-" + UUID.nameUUIDFromBytes(key.getBytes(UTF_8));
    }

    private String correlationId(@Nullable String given) {
        return given != null && ID.matcher(given).matches() ? given : ids.next("request");
    }
}
