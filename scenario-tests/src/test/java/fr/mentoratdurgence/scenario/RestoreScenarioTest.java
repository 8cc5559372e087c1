package fr.mentoratdurgence.scenario;

import static fr.mentoratdurgence.cli.Part.KAFKA;
import static fr.mentoratdurgence.cli.Part.NEEDS;
import static fr.mentoratdurgence.cli.Part.POSTGRES;
import static fr.mentoratdurgence.cli.Part.REPORTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.local.Launcher;
import fr.mentoratdurgence.local.LocalSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The system is saved while it works; who tells and who hears come back from the copy, on a machine without any topic. */
@Tag("reliability")
class RestoreScenarioTest {
    private static final int ANOTHER_MACHINE = 11_500;
    private static final String OPS = "/api/needs/v1/ops/";
    private static final String HEARD = "/api/reporting/v1/ops/facts";

    @TempDir
    private Path dir;

    @Test
    void what_was_saved_comes_back_and_is_told_again_and_who_was_erased_since_is_erased_again() {
        String need = Caller.as("ecole")
                .post("/api/needs/v1/needs", Needs.of(Needs.SCHOOL, Needs.line()))
                .json()
                .get("need")
                .asString();
        Path saved = dir.resolve("saved");
        Path keys = dir.resolve("keys.properties");
        Path list = dir.resolve("erased.csv");

        run("backup", saved.toString(), "--keys", keys.toString(), "--var", RunningSystem.FOLDER.toString());
        assertThat(erase(Caller.as("ops"), need)).isEqualTo(204);
        run("erasures", list.toString(), "--var", RunningSystem.FOLDER.toString());
        assertThat(list).content().contains(need + ";");
        Path back = dir.resolve("back");
        run("restore", saved.toString(), "--keys", keys.toString(), "--var", back.toString());

        String issuer = RunningSystem.get().addresses().issuer();
        LocalOptions there = LocalOptions.of(LocalOptions.enclosingCheckout())
                .in(back)
                .shiftedBy(ANOTHER_MACHINE)
                .only(Set.of(POSTGRES, KAFKA, NEEDS, REPORTING))
                // people sign in where they always did
                .with(Map.of("OIDC_ISSUER", issuer, "OIDC_INTERNAL", issuer));
        try (LocalSystem system = LocalSystem.start(there, RunningSystem.told())) {
            Caller needs = Caller.as("ops").at(system.addresses().direct(NEEDS));
            Caller reporting = Caller.as("ops").at(system.addresses().direct(REPORTING));
            assertThat(kept(needs, need))
                    .as("the copy knows who was erased since")
                    .isTrue();
            assertThat(erase(needs, need)).isEqualTo(204);
            assertThat(kept(needs, need)).isFalse();

            String until =
                    reporting.get(HEARD + "/sealed").json().get("completeUntil").asString();
            JsonNode heard = heard(reporting, until);
            assertThat(heard.isEmpty()).isFalse();
            assertThat(needs.get(OPS + "facts?until=" + until).json().get("days"))
                    .as("who tells and who hears are of one instant")
                    .isEqualTo(heard);
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                JsonNode told = needs.get(OPS + "publisher").json();
                assertThat(told.get("told").asLong()).isPositive();
                assertThat(told.get("waiting").asLong()).isZero();
            });
            assertThat(reporting
                            .get("/api/reporting/v1/ops/dead-letters")
                            .json()
                            .isEmpty())
                    .isTrue();
            assertThat(heard(reporting, until)).as("told twice, heard once").isEqualTo(heard);
        }
    }

    private static JsonNode heard(Caller reporting, String until) {
        return reporting.get(HEARD + "?until=" + until).json().get("sources").get("/needs-service");
    }

    private static boolean kept(Caller operator, String person) {
        return operator.get(OPS + "people/" + person).json().get("identity").asBoolean();
    }

    private static int erase(Caller operator, String person) {
        return operator.call("DELETE", OPS + "people/" + person, "", BodyPublishers.noBody(), Map.of())
                .status();
    }

    private static void run(String... arguments) {
        assertThat(Launcher.commandLine().execute(arguments)).isZero();
    }
}
