package fr.mentoratdurgence.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents that integrators read, in {@code docs/api}, are what their standards call valid. */
class ApiDocumentsTest {
    private static final Path DOCUMENTS = Path.of("../docs/api");

    @ParameterizedTest
    @ValueSource(strings = {"needs", "mentors", "matching", "followup", "reporting"})
    void an_api_is_described_in_valid_openapi(String api) throws IOException {
        String document = Files.readString(DOCUMENTS.resolve(api + ".json"));
        Schema standard = schema("openapi-3.1", SpecificationVersion.DRAFT_2020_12);

        assertThat(standard.validate(document, InputFormat.JSON)).isEmpty();
        assertThat(standard.validate(document.replaceFirst("\"paths\"", "\"path\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void public_facts_are_described_in_valid_asyncapi_made_from_the_contracts() throws IOException {
        String document = EventsDocument.text();
        Schema standard = schema("asyncapi-3.0.0", SpecificationVersion.DRAFT_7);

        assertThat(standard.validate(document, InputFormat.JSON)).isEmpty();
        assertThat(standard.validate(document.replaceFirst("\"send\"", "\"shout\""), InputFormat.JSON))
                .isNotEmpty();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/events-received.json"), document);
        Path approved = DOCUMENTS.resolve("events.json");
        assertThat(document.equals(Files.exists(approved) ? Files.readString(approved) : ""))
                .as("public facts are as approved in docs/api/events.json; see target/events-received.json")
                .isTrue();
    }

    private static Schema schema(String name, SpecificationVersion dialect) throws IOException {
        return SchemaRegistry.withDefaultDialect(dialect)
                .getSchema(
                        Files.readString(Path.of("src/test/resources/schemas/" + name + ".schema.json")),
                        InputFormat.JSON);
    }
}
