package fr.mentoratdurgence.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fr.mentoratdurgence.cli.ExitCode;
import fr.mentoratdurgence.cli.Mentorat;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator far away: an address and a browser are all there is, no password of anything. */
class OperatorScenarioTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PAGE = Pattern.compile("http://\\S+user_code=\\S+");

    @TempDir
    private Path configuration;

    private final String origin = RunningSystem.get().addresses().origin();

    @BeforeEach
    void nobody_signed_in() {
        System.setProperty("mentorat.config", configuration.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("mentorat.config");
    }

    @Test
    void who_signed_in_by_a_browser_proves_that_nothing_was_lost_and_finds_what_was_taken_away() throws Exception {
        signInAs("ops");
        assertThat(lifeOfTheToken())
                .as("who is out is out within a minute: refreshing asks the login server, a token does not")
                .isBetween(30L, 45L);

        // only what was recorded before all services said how far they are is compared, which takes them a while
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(
                        () -> assertThat(verify()).contains("jusqu’à").containsPattern("Magasin de needs : [1-9]"));
        assertThat(verify()).doesNotContain("Différence : needs, jour ");

        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("create table taken_away as select * from history where source = '/needs-service'"
                    + " order by recorded_at limit 1");
            statement.execute("delete from history where event_id in (select event_id from taken_away)");
            try {
                assertThat(verify()).contains("Différence : needs, jour ");
            } finally {
                statement.execute("insert into history select * from taken_away");
                statement.execute("drop table taken_away");
            }
        }
        assertThat(verify()).doesNotContain("Différence : needs, jour ");
        assertThat(run("whatif", "--url", origin, "--policy", "pom.xml"))
                .as("a terminal of an operator is none of an analyst")
                .isEqualTo(ExitCode.FORBIDDEN.code());
        assertThat(run("logout")).isZero();
        assertThat(run("dead-letters", "--url", origin)).isEqualTo(ExitCode.NOT_SIGNED_IN.code());
    }

    private void signInAs(String account) throws Exception {
        StringWriter said = new StringWriter();
        var login = CompletableFuture.supplyAsync(() -> Mentorat.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute("login", "--url", origin));
        await().until(() -> PAGE.matcher(said.toString()).find() || login.isDone());
        Matcher invitation = PAGE.matcher(said.toString());
        assertThat(invitation.find()).as(said.toString()).isTrue();
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.start(playwright);
                Page page = browser.newPage()) {
            page.navigate(invitation.group());
            Chromium.fill(page, account, "demo");
            assertThat(page.content()).contains("Ligne de commande de Mentorat d");
            page.locator("[name=accept]").click();
            assertThat(login.get(1, TimeUnit.MINUTES)).as(said.toString()).isZero();
        }
    }

    /** In seconds, of the one that was kept here. */
    private long lifeOfTheToken() throws Exception {
        try (Stream<Path> kept = Files.list(configuration)) {
            Path profile = kept.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            String token =
                    JSON.readTree(Files.readString(profile)).path("accessToken").asString();
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
            return claims.path("exp").asLong() - claims.path("iat").asLong();
        }
    }

    private String verify() {
        var said = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            var _ = run("verify", "--url", origin);
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private static int run(String... arguments) {
        return Mentorat.commandLine().execute(arguments);
    }

    private static Connection superuser() throws Exception {
        var reporting = RunningSystem.get().system().database("reporting");
        String password =
                Files.readString(RunningSystem.FOLDER.resolve("postgres").resolve("superuser"));
        return DriverManager.getConnection(reporting.url(), "postgres", password);
    }
}
