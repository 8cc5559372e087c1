package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.gateway.errors.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programmers read at the door, without an account and without any service. */
class DocumentsTest {
    private static final Path DOCUMENTS = Path.of("../docs/api");
    private static final List<String> APIS = List.of("needs", "mentors", "matching", "followup", "reporting");

    private final Door door = Door.shared();

    @Test
    void one_page_leads_to_every_api_and_to_the_public_facts() {
        var page = door.page("/developpeurs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"fr\">", "href=\"/problemes\"", "href=\"/developpeurs/events.json\"")
                .doesNotContain("<script", "style=");
        for (String api : APIS) {
            assertThat(page.body()).contains("href=\"/developpeurs/" + api + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"needs", "mentors", "matching", "followup", "reporting"})
    void an_api_can_be_read_as_a_page_and_taken_as_a_document(String api) throws IOException {
        String approved = Files.readString(DOCUMENTS.resolve(api + ".json"));

        var document = door.get("/developpeurs/" + api + ".json");
        assertThat(document.body()).isEqualTo(approved);
        assertThat(Door.header(document, "Content-Type")).isEqualTo("application/json");
        var page = door.page("/developpeurs/" + api);
        assertThat(page.statusCode()).isEqualTo(200);
        JsonMapper.shared()
                .readTree(approved)
                .get("paths")
                .propertyNames()
                .forEach(path -> assertThat(page.body()).contains(path));
        assertThat(page.body()).doesNotContain("<script", "style=", "developpeurs.");
        assertThat(door.page("/developpeurs/" + api + "s").statusCode()).isEqualTo(404);
    }

    @Test
    void every_code_that_a_service_or_the_door_may_answer_has_a_page_that_says_what_to_do() throws IOException {
        List<String> types = new ArrayList<>();
        for (String api : APIS) {
            JsonNode document = JsonMapper.shared().readTree(Files.readString(DOCUMENTS.resolve(api + ".json")));
            document.at("/components/responses").findValues("type").forEach(type -> types.add(type.asString()));
        }
        Stream.of(Trouble.values())
                .forEach(trouble -> types.add(
                        "/problemes/" + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-')));

        assertThat(types).hasSizeGreaterThan(100);
        List<String> silent = types.stream()
                .distinct()
                .filter(type -> {
                    var page = door.page(type);
                    return page.statusCode() != 200 || !page.body().contains("Que faire");
                })
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void a_code_of_nobody_has_no_page() {
        assertThat(door.page("/problemes/rien-de-tel").statusCode()).isEqualTo(404);
        assertThat(door.page("/problemes").body()).contains("href=\"/problemes/login-needed\"");
    }
}
