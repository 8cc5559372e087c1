package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.Violations;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/**
 * Reads a JSON body to its end: what cannot be read is left out, and all of it is told at once. A controller method that
 * takes {@link Violations} gets these faults, adds its own and ends with {@link Violations#throwIfAny()} before it acts;
 * for any other the body is refused here.
 */
@ControllerAdvice
class BodyFaults extends RequestBodyAdviceAdapter {
    private static final String FOUND = BodyFaults.class.getName();
    private static final String READING = FOUND + ".reading";

    /** The faults of this request's body so far, for its controller method to add to. */
    static Violations of(RequestAttributes request) {
        if (request.getAttribute(FOUND, RequestAttributes.SCOPE_REQUEST) instanceof Violations found) {
            return found;
        }
        Violations none = new Violations();
        request.setAttribute(FOUND, none, RequestAttributes.SCOPE_REQUEST);
        return none;
    }

    @Override
    public boolean supports(MethodParameter body, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return AbstractJacksonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter body,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        request.setAttribute(READING, of(request), RequestAttributes.SCOPE_REQUEST);
        return message;
    }

    @Override
    public Object afterBodyRead(
            Object read,
            HttpInputMessage message,
            MethodParameter body,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        request.removeAttribute(READING, RequestAttributes.SCOPE_REQUEST);
        boolean addsItsOwn =
                Arrays.asList(body.getExecutable().getParameterTypes()).contains(Violations.class);
        if (!addsItsOwn) {
            of(request).throwIfAny();
        }
        return read;
    }

    /** Notes, while a body is read, a value that cannot be, and goes on without it. */
    static final class Left extends DeserializationProblemHandler {
        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String value, String why) {
            return type.isEnum()
                    ? leftOut(context, "probleme.valeur-inconnue", allowed(type))
                    : leftOut(context, "probleme.valeur-illisible");
        }

        @Override
        public @Nullable Object handleWeirdNumberValue(
                DeserializationContext context, Class<?> type, Number value, String why) {
            return leftOut(context, "probleme.valeur-illisible");
        }

        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String why) {
            Object instead = leftOut(context, "probleme.valeur-illisible");
            if (instead == null) {
                parser.skipChildren();
            }
            return instead;
        }

        /** A field that nobody reads would be believed to have been taken into account. */
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                ValueDeserializer<?> reader,
                Object bean,
                String name) {
            Collection<Object> known = reader.getKnownPropertyNames();
            String fields = known == null
                    ? ""
                    : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
            String around = field(around(Objects.requireNonNull(context.getParser()), parser, known));
            if (leftOut(around.isEmpty() ? name : around + "." + name, "probleme.champ-inconnu", fields) != null) {
                return false;
            }
            parser.skipChildren();
            return true;
        }

        /**
         * What holds the object with the unknown field. A record is made when all that it needs is read: then a copy of
         * what was left over is gone through, while the body's own parser stands behind the record or still in it.
         */
        private static TokenStreamContext around(JsonParser body, JsonParser here, @Nullable Collection<Object> known) {
            TokenStreamContext at = body.streamReadContext();
            if (here.equals(body)) {
                TokenStreamContext object = body.currentToken().isStructStart() ? at.getParent() : at;
                return object.getParent();
            }
            boolean within = at.inObject() && known != null && known.contains(at.currentName());
            return within ? at.getParent() : at;
        }

        private static @Nullable Object leftOut(DeserializationContext context, String key, Object... args) {
            return leftOut(field(Objects.requireNonNull(context.getParser()).streamReadContext()), key, args);
        }

        private static @Nullable Object leftOut(String field, String key, Object... args) {
            RequestAttributes request = RequestContextHolder.getRequestAttributes();
            if (request == null
                    || field.isEmpty()
                    || !(request.getAttribute(READING, RequestAttributes.SCOPE_REQUEST) instanceof Violations found)) {
                return NOT_HANDLED;
            }
            found.unreadable(field, key, args);
            return null;
        }

        /** For example {@code lines[0].count}; empty for the body as a whole. */
        private static String field(TokenStreamContext context) {
            return context.pathAsPointer()
                    .toString()
                    .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                    .replace('/', '.')
                    .replaceFirst("^\\.", "");
        }

        private static String allowed(Class<?> type) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
        }
    }
}
