package fr.mentoratdurgence.reporting.segments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalysisTest {
    private static final Path DOCUMENTS = Path.of("../docs/analysis");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void every_example_query_answers(@TempDir Path folder) throws IOException, SQLException {
        List<Told> season = Season.tied(11, 25);
        SealedHistory sealed = SealedHistoryTest.sealAll(folder, season);

        try (Stream<Path> files = Files.list(DOCUMENTS);
                Analysis analysis = Analysis.open(sealed, 1, "512MB")) {
            List<Path> queries =
                    files.filter(file -> file.toString().endsWith(".sql")).toList();
            assertThat(queries).hasSizeGreaterThanOrEqualTo(4);
            for (Path query : queries) {
                try (PreparedStatement question = analysis.question(Files.readString(query));
                        ResultSet rows = question.executeQuery()) {
                    assertThat(rows.next() || query.toString().contains("tardifs"))
                            .as(query.toString())
                            .isTrue();
                }
            }
        }
    }

    /** Written anew with {@code -Ddictionary.write=true}. */
    @Test
    void the_dictionary_is_that_of_the_contracts() throws IOException {
        Path file = DOCUMENTS.resolve("dictionary.md");
        String expected = dictionary();
        if (Boolean.getBoolean("dictionary.write")) {
            Files.writeString(file, expected);
        }

        assertThat(file).content().isEqualTo(expected);
    }

    private static String dictionary() throws IOException {
        StringBuilder text = new StringBuilder("# Data dictionary\n\nGenerated from the contracts' schemas.\n");
        for (String type : ContractTypes.all().keySet()) {
            JsonNode schema = schema(type);
            text.append("\n## `").append(type).append("`\n\n| component | type | meaning |\n|---|---|---|\n");
            components(schema, schema, "", text);
        }
        return text.toString();
    }

    private static void components(JsonNode object, JsonNode schema, String within, StringBuilder text) {
        object.path("properties").properties().forEach(property -> {
            JsonNode component = property.getValue();
            text.append("| `")
                    .append(within)
                    .append(property.getKey())
                    .append("` | ")
                    .append(form(component))
                    .append(" | ")
                    .append(component.path("description").asString("").replace("|", "\\|"))
                    .append(" |\n");
            if (component.has("$ref")) {
                String shape = component.get("$ref").asString().substring(1);
                components(schema.at(shape), schema, within + property.getKey() + ".", text);
            }
        });
    }

    private static String form(JsonNode property) {
        JsonNode type = property.path("type");
        String form = type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(" or "))
                : type.asString("object");
        String format = property.path("format").asString("");
        return format.isEmpty() ? form : form + " (" + format + ")";
    }

    private static JsonNode schema(String type) throws IOException {
        String[] parts = type.split("\\.", -1);
        String path = "/contracts/%s/%s/%s.schema.json".formatted(parts[0], parts[2], parts[1]);
        try (InputStream in = Objects.requireNonNull(ContractTypes.class.getResourceAsStream(path), path)) {
            return JSON.readTree(in);
        }
    }
}
