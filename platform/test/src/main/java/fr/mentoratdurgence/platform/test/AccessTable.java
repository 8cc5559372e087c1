package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.links.LinkStatement;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who is let in where: every endpoint of a service × every role. The answer is taken at the door, from the service's
 * own filter chain with a signed token and before any handler runs, so that 404 or 422 can not pass for "let in" and
 * nothing is done by asking. Also a fault: an endpoint that stands in no row, a row without an endpoint, and a writing
 * path that lets somebody in although no endpoint is there, for then a rule with a wildcard waits for the next one.
 *
 * <p>The platform's own endpoints are for ops where no row says otherwise. Whose need or pair it is, is decided behind
 * the door and tested there.
 */
public final class AccessTable {
    /** Référents and coordinators. */
    public static final Set<String> TEAM = Set.of("referent", "coordinator");

    /** Who runs the machines. */
    public static final Set<String> OPS = Set.of("ops");

    private static final String ANONYMOUS = "anonymous";
    private static final Set<RequestMethod> WRITING =
            Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);
    private static final List<String> ROLES = List.of(
            "structure", "mentor", "referent", "screener", "coordinator", "analyst", "ops", "member-association");
    /** What partners may be allowed; a row names one as {@code scope:bilan.read}. */
    private static final List<String> SCOPES = List.of("bilan.read", "needs.declare", "facts.hear");

    private static final String SCOPE = "scope:";
    private static final Map<String, @Nullable String> CALLERS = callers();
    /** How a row names who came by the link of a letter: {@code link:NEED_STATUS}. */
    private static final String LINK = "link:";

    private final Map<String, Set<String>> rows = new TreeMap<>();

    private record Endpoint(RequestMethod method, String pattern, Class<?> handler) {
        static Stream<Endpoint> of(RequestMappingHandlerMapping mappings) {
            return mappings.getHandlerMethods().entrySet().stream().flatMap(mapping -> {
                Set<RequestMethod> named =
                        mapping.getKey().getMethodsCondition().getMethods();
                return (named.isEmpty()
                                ? Stream.concat(Stream.of(RequestMethod.GET), WRITING.stream())
                                : named.stream())
                        .flatMap(method -> mapping.getKey().getPatternValues().stream()
                                .map(path -> new Endpoint(
                                        method, path, mapping.getValue().getBeanType())));
            });
        }

        String name() {
            return method + " " + pattern;
        }

        /** The path with something in place of each variable. */
        String sample() {
            return pattern.replaceAll("\\{(\\w+)[^}]*}", "$1-0");
        }

        /** Paths beside and below this one. */
        Stream<String> neighbours() {
            String[] said = pattern.split("/", -1);
            List<String> paths = new ArrayList<>(List.of(sample(), sample() + "/unlisted"));
            for (int part = 1; part < said.length; part++) {
                if (!said[part].contains("{")) {
                    String[] other = sample().split("/", -1);
                    other[part] = "unlisted";
                    paths.add(String.join("/", other));
                }
            }
            return paths.stream();
        }
    }

    /** Everybody, with an account or without. */
    public AccessTable everybody(String... endpoints) {
        return rows(CALLERS.keySet(), endpoints);
    }

    /** These roles, links ({@code link:<PURPOSE>}) and no others; an endpoint is said as {@code POST /besoins/{need}/retrait}. */
    public AccessTable only(Set<String> roles, String... endpoints) {
        assertThat(ROLES)
                .containsAll(roles.stream()
                        .filter(role -> !role.startsWith(LINK) && !role.startsWith(SCOPE))
                        .toList());
        return rows(roles, endpoints);
    }

    /** These roles come to jobs: those that may ask for one. */
    public AccessTable jobs(Set<String> roles, String api, String pages) {
        return only(
                roles,
                "GET " + api + "/jobs",
                "GET " + api + "/jobs/{job}",
                "GET " + api + "/jobs/{job}/result",
                "DELETE " + api + "/jobs/{job}",
                "GET " + pages + "/travaux",
                "GET " + pages + "/travaux/{job}",
                "GET " + pages + "/travaux/{job}/etat",
                "GET " + pages + "/travaux/{job}/flux",
                "POST " + pages + "/travaux/{job}/arret");
    }

    private AccessTable rows(Set<String> callers, String... endpoints) {
        for (String endpoint : endpoints) {
            assertThat(rows.put(endpoint, callers))
                    .as("said twice: %s", endpoint)
                    .isNull();
        }
        return this;
    }

    /** Fails with one line per difference. */
    public void holdsIn(ApplicationContext service) {
        assertThat(faults(service)).as("who is let in where").isEmpty();
    }

    /** One line per difference. */
    List<String> faults(ApplicationContext service) {
        Filter door = service.getBean("springSecurityFilterChain", Filter.class);
        List<Endpoint> endpoints = Endpoint.of(
                        service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class))
                .toList();
        List<String> faults = new ArrayList<>();
        Set<String> missing = new TreeSet<>(rows.keySet());
        for (Endpoint endpoint : endpoints) {
            missing.remove(endpoint.name());
            Set<String> said = rows.getOrDefault(endpoint.name(), unsaid(endpoint));
            if (said == null) {
                faults.add(endpoint.name() + " stands in no row");
                continue;
            }
            callersIn(rows).forEach((caller, token) -> {
                String answer = ask(door, endpoint.method().name(), endpoint.sample(), caller, token);
                boolean open = said.contains(caller) || said.contains(ANONYMOUS);
                String right = open ? "let in" : caller.equals(ANONYMOUS) ? "401" : "403";
                if (!answer.equals(right)) {
                    faults.add(endpoint.name() + " as " + caller + ": " + answer + " instead of " + right);
                }
            });
        }
        missing.forEach(row -> faults.add(row + " is no endpoint"));
        faults.addAll(openBesideTheEndpoints(door, endpoints));
        return faults;
    }

    private static @Nullable Set<String> unsaid(Endpoint endpoint) {
        String where = endpoint.handler().getPackageName();
        if (where.startsWith("org.springframework.boot")) {
            return Set.of(); // the error page is shown, never asked for
        }
        if (where.equals(LinkStatement.class.getPackageName())) {
            return CALLERS.keySet(); // a link is opened by whoever holds it
        }
        boolean platform = where.startsWith("fr.mentoratdurgence.platform.") && !where.contains(".platform.test");
        return platform ? OPS : null;
    }

    /** Who is let in at an endpoint: {@code anonymous} where everybody is, else roles. */
    static List<String> callersLetIn(ApplicationContext service, String method, String pattern) {
        Filter door = service.getBean("springSecurityFilterChain", Filter.class);
        String path = pattern.replaceAll("\\{(\\w+)[^}]*}", "$1-0");
        return CALLERS.entrySet().stream()
                .filter(caller -> caller.getKey().equals(ANONYMOUS)
                        || ROLES.contains(caller.getKey())
                        || caller.getKey().startsWith(SCOPE))
                .filter(caller -> ask(door, method, path, caller.getKey(), caller.getValue())
                        .equals("let in"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> openBesideTheEndpoints(Filter door, List<Endpoint> endpoints) {
        String everyRole = Tokens.of("tous-les-roles", ROLES, List.of("*"), null, null);
        Map<RequestMethod, List<PathPattern>> known = new LinkedHashMap<>();
        endpoints.forEach(endpoint -> known.computeIfAbsent(endpoint.method(), _ -> new ArrayList<>())
                .add(PathPatternParser.defaultInstance.parse(endpoint.pattern())));
        Set<String> paths = new LinkedHashSet<>();
        endpoints.stream().flatMap(Endpoint::neighbours).forEach(paths::add);
        List<String> open = new ArrayList<>();
        for (RequestMethod method : new TreeSet<>(WRITING)) {
            for (String path : paths) {
                boolean endpoint = known.getOrDefault(method, List.of()).stream()
                        .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
                if (!endpoint
                        && ask(door, method.name(), path, "all", everyRole).equals("let in")) {
                    open.add(method + " " + path + " is let in although nothing is there: a rule with a wildcard");
                }
            }
        }
        return open;
    }

    /** {@code let in}, or the status of the refusal. */
    private static String ask(Filter door, String method, String path, String caller, @Nullable String token) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        if (token != null && caller.startsWith(LINK)) {
            request.addHeader(LinkStatement.HEADER, token);
        } else if (token != null) {
            request.addHeader("Authorization", "Bearer " + token);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain inside = new MockFilterChain();
        try {
            door.doFilter(request, response, inside);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ServletException failed) {
            throw new IllegalStateException(failed);
        }
        return inside.getRequest() == null ? Integer.toString(response.getStatus()) : "let in";
    }

    /** Everybody, and every kind of link that a row speaks of: what it is not for must refuse it. */
    private static Map<String, @Nullable String> callersIn(Map<String, Set<String>> rows) {
        Map<String, @Nullable String> callers = new LinkedHashMap<>(CALLERS);
        rows.values().stream()
                .flatMap(Set::stream)
                .filter(caller -> caller.startsWith(LINK))
                .forEach(caller -> callers.put(
                        caller, Tokens.link(caller.substring(LINK.length()), "person-0", "subject-0", "mentor-0")));
        callers.put(LINK + "OF_ANOTHER_KIND", Tokens.link("OF_ANOTHER_KIND", "person-0", "subject-0", "mentor-0"));
        return callers;
    }

    private static Map<String, @Nullable String> callers() {
        Map<String, @Nullable String> callers = new LinkedHashMap<>();
        callers.put(ANONYMOUS, null);
        ROLES.forEach(role -> callers.put(role, Tokens.role(role)));
        SCOPES.forEach(scope -> callers.put(SCOPE + scope, Tokens.partner(scope, "94")));
        callers.put("a scope that nobody knows", Tokens.partner("needs.everything", "*"));
        callers.put("a token without roles", Tokens.of("sans-role", List.of(), List.of(), null, null));
        return callers;
    }
}
