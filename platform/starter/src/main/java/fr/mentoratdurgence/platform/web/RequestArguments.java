package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.sealing.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives {@link Person}, {@link CommandContext} and {@link JustDone} to controller methods that ask for them. The context is kept for ever
 * beside the events, so nothing that comes from outside gets into it, whatever its shape: of a key only an id made of its
 * hash, the same each time; the correlation id is that of {@link Correlation}, which the answer names.
 */
final class RequestArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final Set<Class<?>> TYPES =
            Set.of(Person.class, CommandContext.class, LatelyDone.class, Violations.class);

    private final Ids ids;
    private final WhatWasRead read;

    RequestArguments(Ids ids, WhatWasRead read) {
        this.ids = ids;
        this.read = read;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new JustDoneOnPage());
        interceptors.addInterceptor(read);
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
        if (parameter.getParameterType() == Violations.class) {
            return BodyFaults.of(request);
        }
        if (parameter.getParameterType() == LatelyDone.class) {
            return LatelyDone.heard(request.getHeader(JustDone.HEADER));
        }
        HttpServletRequest asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        String correlation = Correlation.of(asked);
        String header = request.getHeader(RequestContent.KEY);
        String key = header != null ? header : request.getParameter("commande");
        if (key == null || key.isBlank()) {
            return new CommandContext(
                    ids.next("command"), person.actor(), correlation, null, null, WhatWasRead.of(asked));
        }
        return new CommandContext(
                "command-" + Sha256.id(key),
                person.actor(),
                correlation,
                null,
                RequestContent.digest(asked),
                WhatWasRead.of(asked));
    }
}
