package fr.mentoratdurgence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.mentoratdurgence.local.parts.PostgresPart.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a person whose session ends: a warning comes first, and nothing typed is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Tag("reliability")
class EndedSessionScenarioTest {
    private static final double PATIENCE_MILLIS = 90_000;
    private static final String MENTOR = "amina.delorme@example.org";
    private static final String LOG_IN = "Se connecter et terminer";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void open() {
        playwright = Chromium.playwright();
        browser = Chromium.start(playwright);
    }

    @AfterAll
    void close() {
        browser.close();
        playwright.close();
    }

    @ParameterizedTest
    @CsvSource({"true,390", "false,390", "true,1366"})
    void a_policy_that_meets_an_ended_session_is_finished_after_the_login(boolean javaScript, int width) {
        try (BrowserContext context = context(width, javaScript)) {
            Page page = opened(context, "coordination", "/appariement/regles/nouvelle");
            page.locator("#proposalHours").fill("71");
            endSessions();
            send(page, "form[action='/appariement/regles']");
            comeBack(page, "coordination");

            assertThat(page.url()).startsWith(origin() + "/appariement/regles/");
            assertThat(page.locator("main").textContent()).contains("71");
            nothingWaits(page);
        }
    }

    @Test
    void who_is_still_known_to_the_login_service_comes_back_without_a_password() {
        try (BrowserContext context = context(390, true)) {
            Page page = opened(context, "coordination", "/appariement/regles/nouvelle");
            page.locator("#proposalHours").fill("69");
            endSessionsOfTheGateway();
            send(page, "form[action='/appariement/regles']");
            page.getByText(LOG_IN).press("Enter");
            finish(page);

            assertThat(page.locator("main").textContent()).contains("69");
        }
    }

    @Test
    void a_session_of_a_pair_is_finished_after_the_login() {
        try (BrowserContext context = context(390, true)) {
            Page page = opened(context, MENTOR, "/suivi/mes-binomes");
            page.locator("main a[href^='/suivi/binomes/']").first().press("Enter");
            page.locator("#minutes").fill("47");
            page.locator("input[name=canal][value=VIDEO]").check();
            sayItIsAnotherOne(page);
            endSessions();
            send(page, "form[action$='/seances']");
            comeBack(page, MENTOR);

            assertThat(page.locator("main").textContent()).contains("C’est fait", "47 minutes");
            nothingWaits(page);
        }
    }

    @Test
    void a_call_is_finished_after_the_login() {
        Caller referent = Caller.as("referente");
        String need = declare();
        assertThat(referent.post("/api/needs/v1/needs/" + need + "/assignment", Map.of())
                        .status())
                .isLessThan(300);
        try (BrowserContext context = context(390, true)) {
            Page page = opened(context, "referente", "/besoins/" + need);
            endSessions();
            send(page, "form[action$='/contacts']");
            comeBack(page, "referente");

            assertThat(page.url()).startsWith(origin() + "/besoins/" + need);
            assertThat(page.locator("main").textContent()).contains("pas de réponse");
            nothingWaits(page);
        }
    }

    @Test
    void a_need_is_finished_after_the_login() {
        try (BrowserContext context = context(390, true)) {
            Page page = opened(context, "ecole", "/besoins/declarer");
            if (page.locator("#uai").count() > 0) {
                page.locator("#uai").fill("0940176F");
                send(page, "form");
            }
            page.locator("#levelBand").selectOption("CM1_CM2");
            page.locator("#count").fill("2");
            page.locator("input[name=supports][value=METHOD]").check();
            page.locator("#familyLink").check();
            endSessions();
            send(page, "form");
            comeBack(page, "ecole");

            assertThat(page.locator("main").textContent()).contains("CM1");
            nothingWaits(page);
        }
    }

    @Test
    void what_is_refused_after_the_login_stands_in_the_form_as_it_was_typed() {
        try (BrowserContext context = context(390, true)) {
            Page page = opened(context, MENTOR, "/suivi/mes-binomes");
            page.locator("main a[href^='/suivi/binomes/']").first().press("Enter");
            page.locator("#minutes").fill("500");
            page.locator("input[name=canal][value=PHONE]").check();
            endSessions();
            send(page, "form[action$='/seances']");
            page.getByText(LOG_IN).press("Enter");
            Chromium.fill(page, MENTOR, "demo");
            page.waitForURL(origin() + "/reprise");
            page.getByText("Terminer l’envoi").press("Enter");

            page.locator("#minutes-erreur").waitFor();
            assertThat(page.locator("#minutes").inputValue()).isEqualTo("500");
            assertThat(page.locator("input[name=canal][value=PHONE]").isChecked())
                    .isTrue();
            screenshot(page, "reprise-refusee");
            page.locator("#minutes").fill("51");
            sayItIsAnotherOne(page);
            send(page, "form[action$='/seances']");
            page.waitForURL(url -> url.contains("/suivi/binomes/"));
            assertThat(page.locator("main").textContent()).contains("C’est fait", "51 minutes");
        }
    }

    @Test
    void another_account_is_shown_nothing_of_it() {
        try (BrowserContext context = context(1366, true)) {
            Page page = opened(context, "coordination", "/appariement/regles/nouvelle");
            page.locator("#proposalHours").fill("73");
            endSessions();
            send(page, "form[action='/appariement/regles']");
            page.getByText(LOG_IN).press("Enter");
            Chromium.fill(page, "referente", "demo");
            page.waitForURL(url -> url.startsWith(origin()));

            assertThat(page.url()).isEqualTo(origin() + "/suivi");
            nothingWaits(page);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1366})
    void a_person_is_warned_two_minutes_before_goes_on_by_keyboard_and_loses_nothing_typed(int width) {
        try (BrowserContext context = context(width, true)) {
            Page page = context.newPage();
            page.clock().install();
            Chromium.login(page, "coordination");
            page.navigate(origin() + "/appariement/regles/nouvelle");
            page.locator("#proposalHours").fill("70");
            Locator notice = page.locator("#fin-session");
            assertThat(notice.getAttribute("role")).isEqualTo("status");
            assertThat(notice.textContent()).isBlank();

            pass(page, Duration.ofMinutes(28));
            notice.locator("button").waitFor();
            assertThat(notice.textContent()).contains("moins de 2 minutes");
            assertThat(notice.boundingBox().y).as("seen where one writes").isBetween(0.0, 900.0);
            screenshot(page, "fin-session");

            for (int i = 0; i < 100 && !holdsFocus(notice); i++) {
                page.keyboard().press("Shift+Tab");
            }
            page.keyboard().press("Enter");
            notice.locator("button").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(page.evaluate("document.activeElement.id"))
                    .as("back where one was")
                    .isEqualTo("proposalHours");

            // the first half hour is over, and the session lives
            pass(page, Duration.ofMinutes(3));
            assertThat(page.locator("#proposalHours").inputValue()).isEqualTo("70");
            send(page, "form[action='/appariement/regles']");
            page.waitForURL(url -> !url.endsWith("/nouvelle"));
            assertThat(page.locator("main").textContent()).contains("70");
        }
    }

    private static boolean holdsFocus(Locator part) {
        return (boolean) part.evaluate("part => part.contains(document.activeElement)");
    }

    /** Time goes by, for the page and for the gateway. */
    private static void pass(Page page, Duration time) {
        try (Connection gateway = connect("gateway");
                Statement statement = gateway.createStatement()) {
            String earlier = " - interval '" + time.toSeconds() + " seconds'";
            statement.executeUpdate("update gateway_session set last_access = last_access" + earlier
                    + ", expires = expires" + earlier + " where account is not null");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        page.clock().fastForward(time.toMillis());
    }

    private static Page opened(BrowserContext context, String account, String path) {
        Page page = context.newPage();
        Chromium.login(page, account);
        page.navigate(origin() + path);
        return page;
    }

    /** By key: after a screenshot without JavaScript, a click waits up to half a minute for a frame nobody asks for. */
    private static void send(Page page, String form) {
        page.locator("main " + form)
                .last()
                .locator("button:not([name=revenir])")
                .last()
                .press("Enter");
    }

    /** The journey has told a session of today: whether this is the same one is asked. */
    private static void sayItIsAnotherOne(Page page) {
        send(page, "form[action$='/seances']");
        page.locator("input[name=doublon][value=ANOTHER]").check();
    }

    /** From the page that says the form is kept, through the login, to what the service answers. */
    private static void comeBack(Page page, String account) {
        page.getByText(LOG_IN).waitFor();
        screenshot(page, "reprise-gardee");
        page.getByText(LOG_IN).press("Enter");
        Chromium.fill(page, account, "demo");
        finish(page);
    }

    private static void finish(Page page) {
        page.waitForURL(origin() + "/reprise");
        screenshot(page, "reprise-attend");
        page.getByText("Terminer l’envoi").press("Enter");
        page.waitForURL(url -> !url.contains("/reprise"));
    }

    private static void nothingWaits(Page page) {
        page.navigate(origin() + "/reprise");
        assertThat(page.locator("h1").textContent()).isEqualTo("Aucun envoi en attente");
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + "-" + page.viewportSize().width + ".png")));
    }

    private static String declare() {
        Caller.Answer answer = Caller.as("ecole").post("/api/needs/v1/needs", Needs.of(Needs.SCHOOL, Needs.line()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("need").asString();
    }

    /** Half an hour passes: whose sessions they were. */
    private static List<String> endSessionsOfTheGateway() {
        try (Connection gateway = connect("gateway");
                Statement statement = gateway.createStatement();
                ResultSet ended = statement.executeQuery("update gateway_session set expires = now()"
                        + " where account is not null and expires > now() returning account")) {
            List<String> accounts = new ArrayList<>();
            while (ended.next()) {
                accounts.add(ended.getString(1));
            }
            return accounts;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Some minutes more pass, and the login service has forgotten them too. */
    private static void endSessions() {
        Caller administrator = Caller.administrator();
        endSessionsOfTheGateway().stream()
                .distinct()
                .forEach(account -> assertThat(administrator
                                .post("/admin/realms/mentorat/users/" + account + "/logout", Map.of())
                                .status())
                        .isEqualTo(204));
    }

    private static Connection connect(String name) throws SQLException {
        Database database = RunningSystem.get().system().database(name);
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private BrowserContext context(int width, boolean javaScript) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(javaScript));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    private static String origin() {
        return RunningSystem.get().addresses().origin();
    }
}
