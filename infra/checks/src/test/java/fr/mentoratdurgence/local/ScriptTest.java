package fr.mentoratdurgence.local;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.cli.LocalOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script around the launcher. */
@Tag("reliability")
class ScriptTest {

    @Test
    void what_maven_says_while_building_stays_out_of_the_answer_for_programs(@TempDir Path checkout) throws Exception {
        Path script = checkout.resolve("mentorat");
        Files.copy(LocalOptions.enclosingCheckout().resolve("mentorat"), script);
        Path maven = Files.writeString(
                Files.createDirectory(checkout.resolve("bin")).resolve("mvn"),
                "#!/bin/sh\nprintf '\\033[0mBUILDING\\n'\nexit 1\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();

        var builder = new ProcessBuilder("sh", script.toString(), "demo", "--json");
        builder.environment().put("PATH", maven.getParent() + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Path said = checkout.resolve("said");
        Process run = builder.redirectError(said.toFile()).start();
        String answer = new String(run.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue()).isEqualTo(1);
        assertThat(answer).isEmpty();
        assertThat(Files.readString(said)).contains("BUILDING", "La construction a échoué");
    }
}
