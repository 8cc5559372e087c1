package fr.mentoratdurgence.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * 401 and 403 with a sentence: Spring Security's own are empty. What is not there is 404, and what is there for another
 * method 405, whoever asks: access rules refuse whatever they do not list, so that a typing error looked like a ban.
 */
public final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final HandlerExceptionResolver resolver;
    private final Endpoints endpoints;

    /**
     * Answers through the same advice as everything else.
     *
     * @param mappings the addresses of the service, asked for when somebody is refused
     */
    public Refusals(HandlerExceptionResolver resolver, Supplier<RequestMappingHandlerMapping> mappings) {
        this.resolver = resolver;
        this.endpoints = new Endpoints(mappings);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (isThere(request, response)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            answer(request, response, new ResponseStatusException(HttpStatus.UNAUTHORIZED), HttpStatus.UNAUTHORIZED);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        if (isThere(request, response)) {
            answer(request, response, new ResponseStatusException(HttpStatus.FORBIDDEN), HttpStatus.FORBIDDEN);
        }
    }

    private boolean isThere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Set<String>> methods = endpoints.methods(request);
        if (methods.isEmpty()) {
            answer(request, response, new ResponseStatusException(HttpStatus.NOT_FOUND), HttpStatus.NOT_FOUND);
            return false;
        }
        if (!methods.get().contains(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods.get()));
            answer(
                    request,
                    response,
                    new HttpRequestMethodNotSupportedException(request.getMethod(), methods.get()),
                    HttpStatus.METHOD_NOT_ALLOWED);
            return false;
        }
        return true;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception why, HttpStatus status)
            throws IOException {
        if (!Problems.isApi(request)) {
            response.sendError(status.value()); // the error page of the kit
            return;
        }
        resolver.resolveException(request, response, null, why);
    }
}
