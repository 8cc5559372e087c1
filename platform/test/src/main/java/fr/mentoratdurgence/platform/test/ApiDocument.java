package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.ServiceSettings;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import fr.mentoratdurgence.platform.web.ProblemCode;
import fr.mentoratdurgence.platform.web.ReadOn;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API of a service as an OpenAPI 3.1 document, made from its endpoints while its tests run, so that it costs the
 * running service nothing. What it is in words stands in {@code openapi.properties} of its tests: {@code title},
 * {@code about}, and a sentence for each endpoint. Who may call is asked at the door, as {@link AccessTable} does.
 */
public final class ApiDocument {
    private static final Pattern BLANK = Pattern.compile("\\{\\w+}");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern THING = Pattern.compile("^.*?/\\{\\w+}");
    private static final String PROBLEM = "application/problem+json";

    private final ApplicationContext service;
    private final String api;
    private final JsonMapper json;
    private final JsonShapes shapes;
    private final Properties words = new Properties();
    private final Texts texts;
    private final Set<String> silent = new TreeSet<>();

    private ApiDocument(ApplicationContext service) {
        this.service = service;
        this.api = service.getBean(ServiceSettings.class).api();
        this.json = service.getBean(JsonMapper.class);
        this.texts = service.getBean(Texts.class);
        this.shapes = new JsonShapes(json);
        for (String file : new String[] {"/openapi-platform.properties", "/openapi.properties"}) {
            try (var in = ApiDocument.class.getResourceAsStream(file)) {
                words.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /**
     * Compares with {@code docs/api/<name>.json}; on a difference what was found is written to
     * {@code target/api-received.json}: look at it, and approve by copying.
     */
    public static void approve(ApplicationContext service, String name) {
        ApiDocument document = new ApiDocument(service);
        String received = document.text();
        Path approved = Path.of("../docs/api/" + name + ".json");
        try {
            Files.writeString(Path.of("target/api-received.json"), received);
            assertThat(document.silent)
                    .as("what openapi.properties does not say in words")
                    .isEmpty();
            assertThat(received.equals(Files.exists(approved) ? Files.readString(approved) : ""))
                    .as("the API is as approved in docs/api/%s.json; see target/api-received.json", name)
                    .isTrue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Endpoint(String method, String path, HandlerMethod handler, RequestMappingInfo mapping) {}

    private String text() {
        ObjectNode all = json.createObjectNode().put("openapi", "3.1.0");
        all.putObject("info")
                .put("title", word("title"))
                .put("version", api.substring(api.lastIndexOf('/') + 1))
                .put("description", word("about"));
        all.putArray("servers").addObject().put("url", "/");
        ArrayNode ways = all.putArray("security");
        ways.addObject().putArray("token");
        ways.addObject().putArray("session");
        ObjectNode paths = all.putObject("paths");
        for (Endpoint endpoint : endpoints()) {
            ObjectNode path = paths.path(endpoint.path()).isObject()
                    ? (ObjectNode) paths.get(endpoint.path())
                    : paths.putObject(endpoint.path());
            path.set(endpoint.method().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        ObjectNode components = all.putObject("components");
        ObjectNode schemas = shapes.components();
        schemas.set("Problem", problem());
        components.set("schemas", schemas);
        components.set("responses", problems());
        ObjectNode logins = components.putObject("securitySchemes");
        logins.putObject("token").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        logins.putObject("session").put("type", "apiKey").put("in", "cookie").put("name", "SESSION");
        return json.writer()
                        .with(new DefaultPrettyPrinter()
                                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                                .withArrayIndenter(new DefaultIndenter("  ", "\n")))
                        .writeValueAsString(all)
                + "\n";
    }

    private List<Endpoint> endpoints() {
        return service
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith(api + "/"))
                        .flatMap(path -> mapping.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Endpoint(
                                        method.name(),
                                        path.replaceAll("\\{(\\w+):[^}]*}", "{$1}"),
                                        mapping.getValue(),
                                        mapping.getKey()))))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    private ObjectNode operation(Endpoint endpoint) {
        String short_ = endpoint.path().substring(api.length());
        ObjectNode operation = json.createObjectNode();
        operation.put("operationId", id(endpoint.method(), short_));
        operation.put("summary", word(endpoint.method() + short_));
        operation.putArray("tags").add(short_.split("/", -1)[1]);
        List<String> callers = AccessTable.callersLetIn(service, endpoint.method(), endpoint.path());
        boolean open = callers.contains("anonymous");
        ArrayNode roles = operation.putArray("x-roles");
        callers.forEach(roles::add);
        if (open) {
            operation.putArray("security").addObject();
        }
        ArrayNode parameters = json.createArrayNode();
        boolean body = false;
        boolean asks = false;
        for (Parameter parameter : endpoint.handler().getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(PathVariable.class)) {
                PathVariable said = parameter.getAnnotation(PathVariable.class);
                parameters.add(parameter(named(said.value(), parameter), "path", true, parameter));
            } else if (parameter.isAnnotationPresent(RequestParam.class)) {
                asks = true;
                ObjectNode asked = query(parameter, parameter.getAnnotation(RequestParam.class));
                parameters.add(isReadOn(endpoint, parameter) ? asked.put("description", word("after")) : asked);
            } else if (parameter.isAnnotationPresent(ModelAttribute.class)) {
                asks = true;
                questions(parameter.getType()).forEach(parameters::add);
            } else if (parameter.isAnnotationPresent(RequestBody.class)) {
                body = true;
                operation.set("requestBody", body(endpoint, parameter));
            } else if (parameter.getType() == CommandContext.class) {
                ObjectNode key = parameters.addObject();
                key.put("name", "Idempotency-Key").put("in", "header").put("required", false);
                key.put("description", word("idempotency-key"));
                key.putObject("schema").put("type", "string");
                if (comparesWhatWasRead(endpoint)) {
                    ObjectNode read = parameters.addObject();
                    read.put("name", "If-Match").put("in", "header").put("required", false);
                    read.put("description", word("if-match"));
                    read.putObject("schema").put("type", "string");
                }
            }
        }
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        ObjectNode responses = operation.putObject("responses");
        answered(endpoint, responses);
        List<HttpStatus> refusals = new ArrayList<>();
        if (!open) {
            refusals.addAll(List.of(HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN));
        }
        if (endpoint.path().contains("{")) {
            refusals.add(HttpStatus.NOT_FOUND);
        }
        if (!endpoint.method().equals("GET")) {
            refusals.add(HttpStatus.CONFLICT);
        }
        if (body) {
            refusals.addAll(
                    List.of(HttpStatus.BAD_REQUEST, HttpStatus.CONTENT_TOO_LARGE, HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        }
        if (comparesWhatWasRead(endpoint)) {
            refusals.add(HttpStatus.PRECONDITION_FAILED);
        }
        if (body || asks || !endpoint.method().equals("GET")) {
            refusals.add(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        refusals.add(HttpStatus.SERVICE_UNAVAILABLE);
        refusals.stream()
                .sorted()
                .forEach(status -> responses
                        .putObject(String.valueOf(status.value()))
                        .put("$ref", "#/components/responses/Problem" + status.value()));
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
        return operation;
    }

    /** Whether what changes something here is refused where what was read of it is so no longer. */
    private boolean comparesWhatWasRead(Endpoint endpoint) {
        Matcher thing = THING.matcher(endpoint.path());
        return !endpoint.method().equals("GET")
                && thing.find()
                && Stream.of(endpoint.handler().getMethod().getParameterTypes())
                        .anyMatch(type -> type == CommandContext.class)
                && endpoints().stream()
                        .anyMatch(other ->
                                other.method().equals("GET") && other.path().equals(thing.group()));
    }

    /** Whether this parameter says where a long list goes on. */
    private static boolean isReadOn(Endpoint endpoint, Parameter parameter) {
        return parameter.getName().equals(ReadOn.AFTER)
                && endpoint.handler().getMethod().getReturnType() == ResponseEntity.class;
    }

    private static String id(String method, String path) {
        StringBuilder id = new StringBuilder(method.toLowerCase(Locale.ROOT));
        for (String part : NOT_A_WORD.split(path, -1)) {
            if (!part.isEmpty()) {
                id.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
            }
        }
        return id.toString();
    }

    private static String named(String said, Parameter parameter) {
        return said.isEmpty() ? parameter.getName() : said;
    }

    private ObjectNode query(Parameter parameter, RequestParam said) {
        boolean optional = !said.required() || !said.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        ObjectNode query = parameter(named(said.value(), parameter), "query", !optional, parameter);
        if (!said.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
            ObjectNode schema = (ObjectNode) query.get("schema");
            String value = said.defaultValue();
            if (schema.path("type").asString("").equals("integer")) {
                schema.put("default", Integer.parseInt(value));
            } else if (schema.path("type").asString("").equals("boolean")) {
                schema.put("default", Boolean.parseBoolean(value));
            } else if (!schema.has("$ref") && !schema.path("type").asString("").equals("array")) {
                schema.put("default", value);
            }
        }
        return query;
    }

    /** A record that stands for several parts of the address, none of which must be there. */
    private List<ObjectNode> questions(Class<?> asked) {
        return Stream.of(asked.getRecordComponents())
                .map(component -> {
                    ObjectNode one = json.createObjectNode();
                    one.put("name", component.getName()).put("in", "query").put("required", false);
                    one.set("schema", shapes.of(type(component.getGenericType()), true));
                    return one;
                })
                .toList();
    }

    private ObjectNode parameter(String name, String in, boolean required, Parameter parameter) {
        ObjectNode one = json.createObjectNode();
        one.put("name", name).put("in", in).put("required", required);
        one.set("schema", shapes.of(type(parameter.getParameterizedType()), true));
        return one;
    }

    private ObjectNode body(Endpoint endpoint, Parameter parameter) {
        RequestBody said = parameter.getAnnotation(RequestBody.class);
        ObjectNode body = json.createObjectNode().put("required", said.required());
        ObjectNode content = body.putObject("content");
        List<String> types = endpoint.mapping().getConsumesCondition().getConsumableMediaTypes().stream()
                .map(Object::toString)
                .sorted()
                .toList();
        JavaType type = type(parameter.getParameterizedType());
        for (String media : types.isEmpty() ? List.of("application/json") : types) {
            ObjectNode entry = content.putObject(media);
            ObjectNode schema = media.equals("application/json")
                    ? shapes.of(type, true)
                    : json.createObjectNode().put("type", "string");
            entry.set("schema", schema);
            if (media.equals("application/json") && schema.has("$ref")) {
                JsonNode example = shapes.example(schema, "");
                entry.set("example", example);
                Object read = json.readerFor(type)
                        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .readValue(json.writeValueAsString(example));
                assertThat(read).as("the example of %s", endpoint.path()).isNotNull();
            }
        }
        return body;
    }

    private void answered(Endpoint endpoint, ObjectNode responses) {
        Method method = endpoint.handler().getMethod();
        JavaType type = type(method.getGenericReturnType());
        boolean told = type.getRawClass() == ResponseEntity.class;
        JavaType content = told ? type.containedTypeOrUnknown(0) : type;
        ResponseStatus said = AnnotatedElementUtils.findMergedAnnotation(method, ResponseStatus.class);
        boolean nothing = content.getRawClass() == void.class || content.getRawClass() == Void.class;
        String status = said != null
                ? String.valueOf(said.code().value())
                : told && !endpoint.method().equals("GET") ? "2XX" : "200";
        ObjectNode answer = responses.putObject(status);
        answer.put("description", nothing ? word("done") : word("answer"));
        if (Stream.of(method.getParameters()).anyMatch(parameter -> isReadOn(endpoint, parameter))) {
            ObjectNode link = answer.putObject("headers").putObject("Link");
            link.put("description", word("link")).putObject("schema").put("type", "string");
        }
        if (nothing) {
            return;
        }
        List<String> types = endpoint.mapping().getProducesCondition().getProducibleMediaTypes().stream()
                .map(Object::toString)
                .sorted()
                .toList();
        boolean bytes = content.getRawClass() == byte[].class || content.getRawClass() == String.class;
        for (String media :
                types.isEmpty() ? List.of(bytes ? "application/octet-stream" : "application/json") : types) {
            answer.withObject("/content")
                    .putObject(media)
                    .set("schema", media.contains("json") ? shapes.of(content, false) : text(bytes));
        }
    }

    private ObjectNode text(boolean any) {
        return any ? json.createObjectNode() : json.createObjectNode().put("type", "string");
    }

    private ObjectNode problem() {
        ObjectNode problem = json.createObjectNode().put("type", "object");
        ObjectNode fields = problem.putObject("properties");
        fields.putObject("type").put("type", "string").put("format", "uri-reference");
        fields.putObject("title").put("type", "string");
        fields.putObject("status").put("type", "integer");
        fields.putObject("detail").put("type", "string");
        fields.putObject("code").put("type", "string");
        fields.putObject("correlationId").put("type", "string");
        ObjectNode errors = fields.putObject("errors").put("type", "array").putObject("items");
        errors.put("type", "object");
        errors.putObject("properties").putObject("field").put("type", "string");
        errors.withObject("/properties").putObject("detail").put("type", "string");
        errors.withObject("/properties").putObject("rule").put("type", "string");
        problem.putArray("required")
                .add("type")
                .add("title")
                .add("status")
                .add("detail")
                .add("code");
        return problem;
    }

    /** A response per status, with each code that may come and its sentence. */
    private ObjectNode problems() {
        Map<Integer, Map<String, String>> codes = new TreeMap<>();
        for (ProblemCode code : ProblemCode.values()) {
            add(codes, code.status().value(), code.name(), texts.of("probleme." + code));
        }
        for (RejectionCode code : rejections()) {
            int status = switch (code.kind()) {
                case INVALID -> 422;
                case CONFLICT -> 409;
                case CHANGED -> 412;
                case NOT_FOUND -> 404;
                case FORBIDDEN -> 403;
                case BUSY -> 503;
            };
            add(codes, status, code.name(), texts.of(new Rejection(code)));
        }
        faults().forEach((code, sentence) -> add(codes, 503, code, sentence));
        ObjectNode responses = json.createObjectNode();
        refusal(responses, "Problem", word("problem"));
        codes.forEach((status, all) -> {
            String title = texts.of("probleme.titre." + status);
            ObjectNode examples = refusal(responses, "Problem" + status, title).putObject("examples");
            all.forEach((code, sentence) -> {
                ObjectNode value = examples.putObject(code).putObject("value");
                value.put("type", ProblemCode.page(code).toString())
                        .put("title", title)
                        .put("status", status)
                        .put("detail", BLANK.matcher(sentence).replaceAll("…"))
                        .put("code", code);
            });
        });
        return responses;
    }

    private ObjectNode refusal(ObjectNode responses, String name, String title) {
        ObjectNode response = responses.putObject(name).put("description", title);
        ObjectNode media = response.putObject("content").putObject(PROBLEM);
        media.putObject("schema").put("$ref", "#/components/schemas/Problem");
        return media;
    }

    private static void add(Map<Integer, Map<String, String>> codes, int status, String code, String sentence) {
        assertThat(sentence)
                .as("a sentence for %s", code)
                .doesNotStartWith("rejet.")
                .doesNotStartWith("probleme.");
        codes.computeIfAbsent(status, _ -> new TreeMap<>()).put(code, sentence);
    }

    private static List<RejectionCode> rejections() {
        var scan = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition found) {
                return true;
            }
        };
        scan.addIncludeFilter(new AssignableTypeFilter(RejectionCode.class));
        return scan.findCandidateComponents("fr.mentoratdurgence").stream()
                .map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), ApiDocument.class.getClassLoader()))
                .filter(type -> type.isEnum() && !type.getName().contains("Test"))
                .flatMap(type -> Arrays.stream(type.getEnumConstants()).map(RejectionCode.class::cast))
                .toList();
    }

    private static Map<String, String> faults() {
        Map<String, String> faults = new TreeMap<>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                PropertiesLoaderUtils.loadProperties(new EncodedResource(file, StandardCharsets.UTF_8))
                        .forEach((key, sentence) -> {
                            Matcher fault = Pattern.compile("panne\\.([A-Z_]+)").matcher(key.toString());
                            if (fault.matches()) {
                                faults.put(fault.group(1), sentence.toString().replaceAll("\\{\\d+}", "…"));
                            }
                        });
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return faults;
    }

    private JavaType type(Type type) {
        return json.constructType(type);
    }

    private String word(String key) {
        @Nullable String word = words.getProperty(key);
        if (word == null) {
            silent.add(key);
        }
        return word == null ? "" : word;
    }
}
