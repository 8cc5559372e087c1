package fr.mentoratdurgence.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.sealing.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all pages share is answered at the door, whatever becomes of the services and of the login. */
class StaticFilesTest {
    private static final Path FILES = Path.of("..", "platform", "ui-kit", "src", "main", "resources", "static", "ui");

    private final Door door = Door.shared();

    @ParameterizedTest
    @CsvSource({
        "/ui/ui.css, text/css, 1",
        "/ui/ui.js, text/javascript, 1",
        "/ui/icon.svg, image/svg+xml, 1",
        "/ui/atkinson-hyperlegible-next.woff2, font/woff2, 365",
        "/webjars/htmx.org/2.0.10/dist/htmx.min.js, text/javascript, 365"
    })
    void files_of_all_pages_are_answered_without_any_service(String path, String type, int kept) {
        var alone = door.get(path);

        assertThat(alone.statusCode()).isEqualTo(200);
        assertThat(alone.body()).doesNotStartWith("needs ");
        assertThat(Door.header(alone, "Content-Type")).startsWith(type);
        assertThat(Door.header(alone, "Cache-Control"))
                .startsWith(kept == 1 ? "max-age=3600" : "max-age=31536000")
                .contains("public");
        assertThat(Door.header(alone, "Content-Security-Policy")).isNotEmpty();
        assertThat(alone.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_version_that_a_page_names_is_kept_for_ever() throws IOException {
        byte[] style = Files.readAllBytes(FILES.resolve("ui.css"));
        String named = "/ui/ui.css?v=" + Sha256.hex(style).substring(0, 12);

        var answer = door.get(named);
        assertThat(answer.body().getBytes(UTF_8)).isEqualTo(style);
        assertThat(Door.header(answer, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");

        var packed = door.get(named, "Accept-Encoding", "gzip, br");
        assertThat(Door.header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(Door.header(packed, "Content-Length"))
                .satisfies(length -> assertThat(Integer.parseInt(length)).isLessThan(style.length / 3));
        assertThat(packed.headers().allValues("Vary")).contains("Accept-Encoding");

        var again = door.get(named, "If-None-Match", Door.header(answer, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void the_version_of_another_build_is_asked_of_the_service_whose_page_named_it() {
        assertThat(door.get("/ui/ui.css?v=0123456789ab").body()).startsWith("needs ");
    }

    @Test
    void other_sites_may_no_more_embed_them_than_anything_else() {
        assertThat(door.get("/ui/ui.js", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
    }
}
