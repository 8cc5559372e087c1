package fr.mentoratdurgence.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in a real browser, as each role, on a desktop and on a narrow phone; screenshots under target. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesScenarioTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String NOBODY = "";
    private static final int PHONE = 320;
    private static final int DESKTOP = 1280;

    /** All processes of the system share the machine with the browser. */
    private static final double PATIENCE_MILLIS = 90_000;

    /** A mentor of the sample, whom the journey has made active. */
    private static final String MENTOR = "amina.delorme@example.org";

    private static final String ANOTHER_MENTOR = "bruno.tessier@example.org";

    private final Map<String, BrowserContext> loggedIn = new HashMap<>();
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

    private static String origin() {
        return RunningSystem.get().addresses().origin();
    }

    static Stream<Arguments> pages() {
        Map<String, List<String>> pagesOf = Map.of(
                NOBODY,
                List.of(
                        "/",
                        "/besoins/declarer",
                        "/mentors/candidature",
                        "/bilan/public",
                        "/confidentialite",
                        "/mentions-legales",
                        "/qui-sommes-nous",
                        "/contact",
                        "/aide",
                        "/parents",
                        "/parents/autorisation"),
                "ecole",
                List.of("/besoins", "/suivi/mes-binomes"),
                "referente",
                List.of(
                        "/suivi",
                        "/suivi/journee?telephones",
                        "/besoins/structures/0940176F",
                        "/appariement",
                        "/appariement/places",
                        "/appariement/propositions",
                        "/appariement/prematchings",
                        "/appariement/exclusions",
                        "/appariement/calculs",
                        "/appariement/calculs/a-blanc",
                        "/appariement/recrutement",
                        "/mentors",
                        "/besoins",
                        "/bilan"),
                "coordination",
                List.of(
                        "/suivi",
                        "/appariement",
                        "/appariement/referents",
                        "/appariement/regles",
                        "/appariement/regles/1",
                        "/appariement/regles/nouvelle",
                        "/bilan"),
                "analyste",
                List.of(
                        "/bilan",
                        "/bilan/tableaux",
                        "/bilan/durees",
                        "/bilan/indicateurs",
                        "/bilan/arretes",
                        "/bilan/comparer?jourA=&jourB=",
                        "/bilan/historique",
                        "/appariement/et-si?regle=1"),
                "ops",
                List.of("/ops"),
                MENTOR,
                List.of("/mentors/mon-espace", "/appariement/mes-propositions", "/suivi/mes-binomes"));
        return pagesOf.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(path -> Arguments.of(e.getKey(), path)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void a_page_opens_for_its_role_without_a_barrier(String account, String path) {
        try (Page page = loggedIn(account).newPage()) {
            page.setViewportSize(PHONE, 900);
            List<String> complaints = complaints(page);
            Response response = page.navigate(origin() + path);
            assertThat(response.status()).isEqualTo(200);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
            for (int width : List.of(PHONE, DESKTOP)) {
                page.setViewportSize(width, 900);
                screenshot(page, account + path, width);
                assertThat(barriers(page)).as(width + " px").isEmpty();
                assertThat(sidewaysWidth(page)).as("no sideways scrolling").isLessThanOrEqualTo(width);
                assertThat(page.locator("header.top").boundingBox().height)
                        .as("the head at " + width + " px")
                        .isLessThanOrEqualTo(64);
            }
            assertThat(complaints).as("console and policy violations").isEmpty();
        }
    }

    @Test
    void the_login_is_in_french_leaves_no_token_in_the_browser_and_ends_everywhere() {
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            page.navigate(origin() + "/suivi");
            assertThat(page.url()).startsWith(RunningSystem.get().addresses().keycloak());
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
            screenshot(page, "keycloak", 1280);
            Chromium.fill(page, "referente", "demo");
            assertThat(page.url()).isEqualTo(origin() + "/suivi");
            assertThat(page.evaluate("JSON.stringify({...localStorage, ...sessionStorage}) + document.cookie"))
                    .as("nothing, or the path that htmx notes as soon as it has run")
                    .isIn("{}", "{\"htmx-current-path-for-history\":\"/suivi\"}");
            page.locator("form[action$='/logout'] button").first().click();
            page.waitForURL(origin() + "/");
            page.navigate(origin() + "/suivi");
            assertThat(page.url()).startsWith(RunningSystem.get().addresses().keycloak());
        }
    }

    @Test
    void who_runs_the_installation_sees_each_part_of_it_answering_with_its_version() {
        try (Page page = loggedIn("ops").newPage()) {
            // on a busy machine one may need longer than the second that the page waits
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                page.navigate(origin() + "/ops");
                assertThat(page.locator("#parties").innerText())
                        .contains("Besoins", "Mentors", "Appariement", "Suivi", "Bilan", "Connexion (Keycloak)")
                        .contains("0.9.0", "base", "Kafka", "répond")
                        .doesNotContain("ne répond pas", "muet");
            });
            assertThat(page.locator("#faits").innerText()).contains("Besoins");
            assertThat(page.locator("#modeles button").first().innerText()).isEqualTo("Reconstruire");
        }
    }

    @Test
    void a_page_that_does_not_exist_says_so_in_french() {
        try (BrowserContext context = context(320, true)) {
            Page page = context.newPage();
            login(page, "referente");
            Response response = page.navigate(origin() + "/n-existe-pas");
            assertThat(response.status()).isEqualTo(404);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
            screenshot(page, "404", 320);
            assertThat(barriers(page)).isEmpty();
        }
    }

    @Test
    void the_search_of_the_head_finds_what_three_services_own_despite_a_slip_and_puts_it_in_no_address() {
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            login(page, "referente");
            page.navigate(origin() + "/suivi");
            page.locator("#chercher").fill("doisnau fresnes");
            page.locator("#chercher").press("Enter");
            page.locator("#chez-besoins .found a").first().waitFor();
            assertThat(page.locator("#chez-besoins").textContent()).contains("Doisneau");
            page.locator("#q").fill("fabien noel");
            page.locator("#q").press("Enter");
            page.locator("#chez-mentors").getByText("Noël").first().waitFor();
            assertThat(page.url()).doesNotContain("noel").doesNotContain("?");
            screenshot(page, "recherche", 1280);
        }
    }

    @Test
    void a_school_declares_a_need_on_a_phone_without_javascript_and_mends_what_was_wrong() {
        try (BrowserContext context = context(320, false)) {
            Page page = context.newPage();
            page.navigate(origin() + "/besoins/declarer");
            page.locator("#uai").fill("0940176X");
            submit(page);
            assertThat(page.title()).startsWith("Erreur");
            assertThat(page.locator("#uai").inputValue()).isEqualTo("0940176X");
            screenshot(page, "declarer-erreur", 320);

            page.locator("#uai").fill("0940176F");
            submit(page);
            page.locator("#levelBand").selectOption("CM1_CM2");
            page.locator("#count").fill("2");
            page.locator("input[name=supports][value=METHOD]").check();
            page.locator("#familyLink").check();
            submit(page);
            screenshot(page, "declarer-jeunes", 320);
            page.locator("main a.button").getByText("Continuer").click();
            page.locator("input[name=channels][value=VIDEO]").check();
            submit(page);
            page.locator("#name").fill("Dominique Exemple");
            page.locator("#email").fill("dominique@exemple.fr");
            page.locator("#note").fill("Rappelez la mère de Yanis au 06 12 34 56 78");
            submit(page);
            assertThat(page.title()).startsWith("Erreur");
            assertThat(page.locator("#note-erreur").textContent()).contains("numéro de téléphone");
            screenshot(page, "declarer-donnee-personnelle", 320);
            page.locator("#note").fill("Plutôt le matin");
            submit(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("Vérifiez vos réponses");
            screenshot(page, "declarer-verification", 320);
            assertThat(page.locator("main").textContent()).contains("Dominique Exemple", "Plutôt le matin");
            submit(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("Votre besoin est enregistré");
            assertThat(page.locator("main").textContent()).containsPattern("MU-[0-9A-Z]{4}-[0-9A-Z]{4}");
            screenshot(page, "declarer-confirmation", 320);
            assertThat(sidewaysWidth(page)).as("no sideways scrolling").isLessThanOrEqualTo(320);
        }
    }

    @Test
    void a_mentor_and_the_team_open_a_contact_inside_the_page() {
        openCard("referente", "/suivi?qui=tous", "Contact du mentor");
        // the journey ends two pairs, whichever: of these two mentors, one at least still has a pair
        String mentor = Stream.of(MENTOR, ANOTHER_MENTOR)
                .filter(account -> shows(account, "/suivi/mes-binomes", "Contact de la structure"))
                .findFirst()
                .orElseThrow();
        openCard(mentor, "/suivi/mes-binomes", "Contact de la structure");
    }

    private boolean shows(String account, String path, String button) {
        try (BrowserContext context = context(320, true)) {
            Page page = context.newPage();
            login(page, account);
            page.navigate(origin() + path);
            return page.locator("main").getByText(button).count() > 0;
        }
    }

    private void openCard(String account, String path, String button) {
        try (BrowserContext context = context(320, true)) {
            Page page = context.newPage();
            List<String> complaints = complaints(page);
            login(page, account);
            page.navigate(origin() + path);
            page.locator("main").getByText(button).first().click();
            page.locator("main a[href^='tel:']").first().waitFor();
            screenshot(page, account + path + "-contact", 320);
            assertThat(page.locator("h1").count())
                    .as("the card only, not a page in the page")
                    .isEqualTo(1);
            assertThat(barriers(page)).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void the_workbench_calls_schools_and_mentors_by_their_names() {
        String titles = "ul.rows .item__title";
        try (BrowserContext context = context(1280, false)) {
            Page page = context.newPage();
            login(page, "referente");
            page.navigate(origin() + "/suivi?qui=tous&voir=binomes");
            assertThat(page.locator(titles).allTextContents())
                    .isNotEmpty()
                    .allMatch(title -> title.matches("Mentor M-[0-9A-F]{8} · Structure [0-9]{7}[A-Z]"));
        }
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            login(page, "referente");
            page.navigate(origin() + "/suivi?qui=tous&voir=binomes");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.locator(titles).allTextContents())
                    .isNotEmpty()
                    .allMatch(title -> title.matches("[^·0-9]+ · [^·0-9]+"));
        }
    }

    @Test
    void after_an_act_of_a_list_the_next_key_acts_on_the_same_row() {
        Caller school = Caller.as("ecole");
        for (int i = 0; i < 12; i++) {
            assertThat(school.post("/api/needs/v1/needs", Needs.of(Needs.SCHOOL, Needs.line()))
                            .status())
                    .isEqualTo(201);
        }
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            login(page, "referente");
            String second = origin() + "/suivi?voir=rappels";
            page.waitForCondition(() -> {
                page.navigate(second);
                return page.locator("ul.rows > li form[action$='/prise-en-charge']")
                                .count()
                        > 0;
            });
            String row = page.locator("ul.rows > li:has(form[action$='/prise-en-charge'])")
                    .last()
                    .getAttribute("id");
            page.locator("#" + row).focus();
            page.keyboard().press("p");
            page.waitForURL(second + "#" + row);
            assertThat(focused(page)).isEqualTo(row);
            assertThat(page.locator("#" + row).textContent()).contains("Ce besoin est à vous");
            page.keyboard().press("n");
            page.locator("#" + row).getByText("1 appel sans réponse").waitFor();
            assertThat(page.url()).isEqualTo(second + "#" + row);
            assertThat(focused(page)).isEqualTo(row);
            page.navigate(second + "&fait=qualification&geste=qualification&sur=" + row);
            assertThat(page.locator("main").textContent()).doesNotContain("C’est fait");
        }
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.id");
    }

    /** By key: after a screenshot without JavaScript, a click waits up to half a minute for a frame nobody asks for. */
    private static void submit(Page page) {
        page.locator("main form button:not([name=revenir])").last().press("Enter");
    }

    private static int sidewaysWidth(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    /** The browser of this account, who logs in once for all pages. */
    private BrowserContext loggedIn(String account) {
        return loggedIn.computeIfAbsent(account, known -> {
            BrowserContext context = context(1280, true);
            try (Page page = context.newPage()) {
                login(page, known);
            }
            return context;
        });
    }

    private BrowserContext context(int width, boolean javaScript) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("fr-FR")
                .setJavaScriptEnabled(javaScript));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    private static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            boolean ours = message.location().startsWith(origin());
            if (ours && (message.type().equals("error") || message.text().contains("Content Security Policy"))) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    private static void login(Page page, @Nullable String account) {
        if (account != null && !account.equals(NOBODY)) {
            Chromium.login(page, account);
        }
    }

    private static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                        .setLegacyMode(true) // no frames: no other page is opened to put their answers together
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(v -> v.getId() + ": " + v.getNodes().getFirst().getHtml())
                        .toList();
    }

    private static void screenshot(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(name.replaceAll("[^0-9A-Za-z-]+", "_") + "-" + width + ".png")));
    }
}
