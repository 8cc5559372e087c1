package fr.mentoratdurgence.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Of a person who is erased nothing stays: in no database, the login service's included, no topic, no log; and no figure
 * of before changes.
 */
class ErasureScenarioTest {
    private static final double PATIENCE_MILLIS = 90_000;
    private static final String WRITTEN = """
            select t from (
                select 'letter' as t, person from letter union all
                select 'letter_preference', person from letter_preference union all
                select 'letter_channel', person from letter_channel union all
                select 'letter_closed_channel', person from letter_closed_channel union all
                select 'act_link', person from act_link union all
                select 'erasure_receipt', person from erasure_receipt) all_of_them
            where person = ?""";

    private static final Path SYSTEM = Path.of("target", "system");

    private final String mark = "zqcanari" + System.nanoTime();
    private final String email = mark + "@exemple.fr";
    private String mentor = "";
    private final List<String> marks = List.of(mark, "zqprenom", "zqnomdefamille", "639982142");

    @Test
    void of_an_erased_mentor_nothing_stays_every_open_session_ends_and_the_bilan_of_before_is_the_same()
            throws SQLException {
        JsonNode login = account();
        Instant known = RunningSystem.get().now();
        String username = login.path("username").asString();
        JsonNode before;
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.start(playwright)) {
            Page page = page(browser, 390);
            page.navigate(origin() + "/oauth2/authorization/keycloak");
            // mistyped: neither is anybody's login
            Chromium.fill(page, "x" + email, "wrong");
            Chromium.fill(page, email, "wrong");
            Chromium.fill(page, username, login.path("temporaryPassword").asString());
            page.locator("#password-new").fill("bora-mifu-tapo-4721");
            page.locator("#password-confirm").fill("bora-mifu-tapo-4721");
            page.locator("[type=submit]").click();
            page.waitForURL(origin() + "/mentors/mon-espace");
            Page other = page(browser, 1366);
            other.navigate(origin() + "/oauth2/authorization/keycloak");
            Chromium.fill(other, username, "bora-mifu-tapo-4721");
            other.waitForURL(origin() + "/mentors/mon-espace");
            assertThat(other.locator("h1").textContent()).contains("Zqprenom");
            assertThat(inDatabase("keycloak"))
                    .as("what is looked for is found while it is there")
                    .isNotEmpty();

            before = bilan(known);
            page.navigate(origin() + "/mentors/mon-espace/effacement");
            page.locator("#accord").check();
            page.locator("main form button:not([name=revenir])").last().press("Enter");
            page.waitForURL(origin() + "/mentors/au-revoir");
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "au-revoir-390.png")));

            for (Page open : List.of(page, other)) {
                open.navigate(origin() + "/mentors/mon-espace");
                assertThat(open.url())
                        .startsWith(RunningSystem.get().addresses().keycloak());
            }
        }
        for (String database : List.of("keycloak", "gateway", "needs", "mentor", "matching", "followup", "reporting")) {
            assertThat(inDatabase(database)).isEmpty();
        }
        await().atMost(Duration.ofMillis((long) PATIENCE_MILLIS))
                .untilAsserted(() -> assertThat(written())
                        .as("letters, links and the receipt, once it has left")
                        .isEmpty());
        assertThat(bilan(known))
                .as("who is erased was counted, and stays counted")
                .isEqualTo(before);
        assertThat(inFiles(SYSTEM.resolve("logs"))).isEmpty();
        assertThat(inFiles(SYSTEM.resolve("kafka"))).isEmpty();
    }

    /** The figures as of an instant, with their hash. */
    private static JsonNode bilan(Instant asOf) {
        JsonNode bilan = Caller.as("analyste")
                .get("/api/reporting/v1/bilan?asOf=" + asOf)
                .json();
        assertThat(bilan.path("hash").asString()).isNotEmpty();
        assertThat(bilan.path("events").asLong()).isPositive();
        return bilan;
    }

    /** A mentor with a login, as it is told on the telephone. */
    private JsonNode account() {
        Caller.Answer application = Caller.anonymous()
                .post(
                        "/api/mentors/v1/mentors",
                        Map.ofEntries(
                                Map.entry("firstName", "Zqprenom"),
                                Map.entry("lastName", "Zqnomdefamille"),
                                Map.entry("email", email),
                                Map.entry("phone", "+33639982142"),
                                Map.entry("adult", true),
                                Map.entry("departement", "94"),
                                Map.entry("anywhere", true),
                                Map.entry("supports", List.of("METHOD")),
                                Map.entry("channels", List.of("VIDEO")),
                                Map.entry("capacity", 1)));
        assertThat(application.status()).as(application.body()).isEqualTo(201);
        mentor = application.json().path("mentor").asString();
        String path = "/api/mentors/v1/mentors/" + mentor;
        Caller referente = Caller.as("referente");
        String today = RunningSystem.get().today().toString();
        referente.post(path + "/interview", Map.of("heldOn", today, "passed", true));
        Caller.Answer login = referente.post(path + "/account", Map.of());
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        return login.json();
    }

    private static Page page(Browser browser, int width) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("fr-FR").setViewportSize(width, 900));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    private static String origin() {
        return RunningSystem.get().addresses().origin();
    }

    /** The tables of letters and links that still hold a row of the mentor, by the id that says nothing. */
    private List<String> written() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = asSuperuser("mentor");
                PreparedStatement count = connection.prepareStatement(WRITTEN)) {
            count.setString(1, mentor);
            try (ResultSet row = count.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    /** The tables that name the person, as the server's administrator sees them: all of them. */
    private List<String> inDatabase(String name) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = asSuperuser(name);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables"
                            + " where schemaname not in ('pg_catalog', 'information_schema')")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            assertThat(tables).isNotEmpty();
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery(
                        "select 1 from " + table + " t where t::text ~* '" + String.join("|", marks) + "' limit 1")) {
                    if (row.next()) {
                        found.add(name + " " + table);
                    }
                }
            }
        }
        return found;
    }

    private static Connection asSuperuser(String name) throws SQLException {
        String url = RunningSystem.get().system().database(name).url();
        return DriverManager.getConnection(
                url,
                "postgres",
                text(SYSTEM.resolve("postgres").resolve("superuser")).strip());
    }

    private List<String> inFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).isNotEmpty();
            return all.stream()
                    .filter(file -> {
                        String text = text(file).toLowerCase(Locale.ROOT);
                        return marks.stream().anyMatch(text::contains);
                    })
                    .map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
