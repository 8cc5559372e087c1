package fr.mentoratdurgence.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Samples, schemas and records of every contract say the same thing, and none of it can hold a person's data. */
class ContractsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Stream<Entry<String, Class<?>>> contracts() {
        return ContractTypes.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_sample_reads_as_its_record_and_is_written_back_the_same(Entry<String, Class<?>> contract) {
        JsonNode sample = JSON.readTree(read(contract.getKey(), ".json"));
        Object read = JSON.treeToValue(sample, contract.getValue());
        JsonNode written = JSON.readTree(JSON.writeValueAsString(read));
        assertThat(written).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_sample_obeys_its_schema_and_a_changed_one_does_not(Entry<String, Class<?>> contract) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(contract.getKey(), ".schema.json"), InputFormat.JSON);
        String sample = read(contract.getKey(), ".json");
        assertThat(schema.validate(sample, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
        String named = sample.replaceFirst(": \"[^\"]+\"", ": \"Yanis Benali\"");
        assertThat(schema.validate(named, InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_schema_names_exactly_the_fields_of_the_record(Entry<String, Class<?>> contract) {
        Set<String> fields = new TreeSet<>();
        JSON.readTree(read(contract.getKey(), ".schema.json"))
                .get("properties")
                .propertyNames()
                .forEach(fields::add);
        assertThat(fields)
                .isEqualTo(new TreeSet<>(Arrays.stream(contract.getValue().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_text_in_a_schema_is_an_id_a_code_or_a_date(Entry<String, Class<?>> contract) {
        everyTextHasAPattern(JSON.readTree(read(contract.getKey(), ".schema.json")), contract.getKey());
    }

    private static void everyTextHasAPattern(JsonNode schema, String where) {
        if (schema.path("type").asString("").equals("string")) {
            assertThat(schema.has("pattern")).as(where).isTrue();
            String pattern = schema.get("pattern").asString();
            assertThat("Yanis Benali".matches(pattern)).as(where).isFalse();
            assertThat("yanis@example.org".matches(pattern)).as(where).isFalse();
        }
        schema.forEach(child -> everyTextHasAPattern(child, where));
    }

    /** {@code needs.need-declared.v1} lies under {@code /contracts/needs/v1/need-declared}. */
    private static String read(String name, String suffix) {
        String[] parts = name.split("\\.", -1);
        String resource = "/contracts/" + parts[0] + "/" + parts[2] + "/" + parts[1] + suffix;
        try (InputStream in = ContractsTest.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("missing " + resource);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
