package fr.mentoratdurgence.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Which addresses this service has, and what can be done there: a refusal then tells what does not exist from what is
 * not allowed. It speaks of the shape of addresses, which everybody may know, never of whether an id exists.
 */
final class Endpoints {
    private final Supplier<RequestMappingHandlerMapping> mappings;

    Endpoints(Supplier<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** The methods at the address of the request; empty where there is no such address. */
    Optional<Set<String>> methods(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        Collection<RequestMappingInfo> here = mappings.get().getHandlerMethods().keySet().stream()
                .filter(info -> info.getPathPatternsCondition() != null
                        && info.getPathPatternsCondition().getPatterns().stream()
                                .anyMatch(pattern -> pattern.matches(path)))
                .toList();
        if (here.isEmpty()) {
            return Optional.empty();
        }
        Set<String> methods = here.stream()
                .flatMap(info -> info.getMethodsCondition().getMethods().stream())
                .map(RequestMethod::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        boolean any = here.stream()
                .anyMatch(info -> info.getMethodsCondition().getMethods().isEmpty());
        if (any) {
            methods.add(request.getMethod());
        }
        return Optional.of(methods);
    }
}
