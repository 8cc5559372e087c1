package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Seen;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.store.Streams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Hears {@code If-Match} of a request that changes something: the thing that it is about, {@code /<list>/<id>}, is read once
 * more as this person sees it, and its mark compared with those that the request names. What came of it goes with the
 * command ({@link Seen}), which is refused in its own transaction, so that of two who read the same only the first succeeds,
 * and the same request sent twice still has its first answer.
 *
 * <p>A weak mark counts, other than RFC 9110 has it: what is compared is what was read, not its bytes. The number of facts
 * never leaves the service: it would tell that something happened which this person does not see.
 */
final class WhatWasRead implements HandlerInterceptor {
    private static final String ATTRIBUTE = WhatWasRead.class.getName();
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern MARK = Pattern.compile("(?:W/)?\"[^\"]*\"");
    private static final Pattern FIRST_ID = Pattern.compile("^.*?/\\{(\\w+)}");

    private final Marks marks;
    private final Supplier<RequestMappingHandlerMapping> mappings;
    private final Supplier<RequestMappingHandlerAdapter> adapters;
    private final Supplier<Streams> streams;

    WhatWasRead(
            Marks marks,
            Supplier<RequestMappingHandlerMapping> mappings,
            Supplier<RequestMappingHandlerAdapter> adapters,
            Supplier<Streams> streams) {
        this.marks = marks;
        this.mappings = mappings;
        this.adapters = adapters;
        this.streams = streams;
    }

    /** What the request being answered says to have read. */
    static @Nullable Seen of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Seen seen ? seen : null;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        String named = request.getHeader(HttpHeaders.IF_MATCH);
        if (named == null || READING.contains(request.getMethod()) || !Problems.isApi(request)) {
            return true;
        }
        Optional<Thing> thing =
                handler instanceof HandlerMethod method && takesCommands(method) ? thing(request) : Optional.empty();
        Reading reading = new Reading(request, thing.map(Thing::path).orElse(""));
        Object reader = reader(reading);
        if (thing.isEmpty() || reader == null) {
            throw new InvalidInput(new Violations()
                    .add(HttpHeaders.IF_MATCH, "probleme.if-match")
                    .all());
        }
        // before it is read: what happens in between is then taken for a change, and never overlooked
        long facts = streams.get().facts(thing.get().id());
        boolean still = mark(reading, reader, response)
                .filter(mark -> named.strip().equals("*") || names(named, mark))
                .isPresent();
        request.setAttribute(ATTRIBUTE, new Seen(thing.get().id(), still ? facts : Seen.OTHERWISE));
        return true;
    }

    private static boolean takesCommands(HandlerMethod method) {
        return Arrays.asList(method.getMethod().getParameterTypes()).contains(CommandContext.class);
    }

    private record Thing(String id, String path) {}

    /** The first id in the address, and the address up to it. */
    private static Optional<Thing> thing(HttpServletRequest request) {
        Matcher pattern =
                FIRST_ID.matcher(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
        if (!pattern.find()
                || !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables)) {
            return Optional.empty();
        }
        int parts = pattern.group().split("/", -1).length;
        String path = String.join(
                "/", Arrays.asList(request.getRequestURI().split("/", -1)).subList(0, parts));
        return Optional.of(new Thing(String.valueOf(variables.get(pattern.group(1))), path));
    }

    private static boolean names(String named, String mark) {
        return MARK.matcher(named).results().map(one -> opaque(one.group())).anyMatch(opaque(mark)::equals);
    }

    private static String opaque(String mark) {
        return mark.startsWith("W/") ? mark.substring(2) : mark;
    }

    /** Who answers a reading of this address. */
    private @Nullable Object reader(Reading reading) throws Exception {
        try {
            var _ = ServletRequestPathUtils.parseAndCache(reading);
            HandlerExecutionChain found = mappings.get().getHandler(reading);
            return found == null ? null : found.getHandler();
        } catch (HttpRequestMethodNotSupportedException _) {
            return null;
        }
    }

    /** Of what this person reads there now; nothing where nothing is there for them. */
    private Optional<String> mark(Reading reading, Object reader, HttpServletResponse response) throws Exception {
        Aside answer = new Aside(response);
        try {
            var _ = adapters.get().handle(reading, answer, reader);
        } catch (Rejection _) {
            return Optional.empty(); // the act itself says so
        }
        return answer.getStatus() == HttpServletResponse.SC_OK
                ? Optional.of(marks.of(answer.getContentAsByteArray()))
                : Optional.empty();
    }

    /** The answer to the reading: nothing of it is part of the answer to the request. */
    private static final class Aside extends ContentCachingResponseWrapper {
        private int status = SC_OK;

        Aside(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int said) {
            status = said;
        }

        @Override
        public int getStatus() {
            return status;
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            // not of this answer
        }

        @Override
        public void addHeader(String name, @Nullable String value) {
            // not of this answer
        }

        @Override
        public void setContentType(@Nullable String type) {
            // not of this answer
        }

        @Override
        public void setCharacterEncoding(@Nullable String encoding) {
            // not of this answer
        }
    }

    /** The reading of the thing, by who sent the request. */
    private static final class Reading extends HttpServletRequestWrapper {
        private final String path;
        private final Map<String, Object> attributes = new HashMap<>();

        Reading(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT) ? "application/json" : null;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            String only = getHeader(name);
            return Collections.enumeration(only == null ? Set.of() : Set.of(only));
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return attributes.get(name);
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            attributes.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            attributes.remove(name);
        }
    }
}
