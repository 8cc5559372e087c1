package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.personaldata.PersonalDataDetector;
import fr.mentoratdurgence.personaldata.PersonalDataKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a form sent, as it is to be read: without signs that nobody sees, and, where the button « Retirer ces mots » sent it,
 * without the words that were seen in that field. The button's value is the field and the rules, such as
 * {@code note nom telephone}.
 */
final class TypedRequests extends OncePerRequestFilter {
    /** Name of the button. */
    static final String TAKE_OUT = "retirer";

    /** More items than any list of a form has; the binder would fail at them. */
    private static final Pattern HUGE_INDEX = Pattern.compile("\\[\\d{3,}]");

    private final PersonalDataDetector detector;

    TypedRequests(PersonalDataDetector detector) {
        this.detector = detector;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Typed(request), response);
    }

    private final class Typed extends HttpServletRequestWrapper {
        private @Nullable Map<String, String[]> typed;

        Typed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = getParameterValues(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = getParameterMap().get(name);
            return values == null ? null : values.clone();
        }

        /** Read when first asked for: whoever reads the body itself asks for no parameter. */
        @Override
        public Map<String, String[]> getParameterMap() {
            if (typed == null) {
                Map<String, String[]> read = new LinkedHashMap<>();
                super.getParameterMap().forEach((name, values) -> {
                    if (HUGE_INDEX.matcher(name).find()) {
                        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                    }
                    read.put(name, clean(values));
                });
                takeOut(read);
                typed = Collections.unmodifiableMap(read);
            }
            return typed;
        }

        private static String[] clean(String[] values) {
            return Arrays.stream(values).map(TypedSigns::only).toArray(String[]::new);
        }

        private void takeOut(Map<String, String[]> read) {
            String[] asked = read.get(TAKE_OUT);
            if (asked == null || asked.length == 0) {
                return;
            }
            List<String> parts = List.of(asked[0].split(" ", -1));
            Set<PersonalDataKind> kinds = EnumSet.noneOf(PersonalDataKind.class);
            parts.stream().skip(1).forEach(rule -> PersonalDataKind.of(rule).ifPresent(kinds::add));
            read.computeIfPresent(
                    parts.getFirst(),
                    (_, values) -> Arrays.stream(values)
                            .map(value -> detector.without(value, kinds))
                            .toArray(String[]::new));
        }
    }
}
