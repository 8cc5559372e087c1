package fr.mentoratdurgence.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import fr.mentoratdurgence.platform.ui.Pages.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gallery in a real browser: three widths, by day and by night, in both rhythms; photographs under target. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
    private static final String ORIGIN = "http://galerie.test";
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Path PHOTOGRAPHS = Path.of("target", "photographs");
    private static final int HIGHEST_HEAD = 64;
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "woff2", "font/woff2", "svg", "image/svg+xml");

    private final Pages pages = new Pages();
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Stream.of(
                                        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                                .map(Path::of)
                                .filter(Files::isExecutable)
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("Chromium is missing: apt-get install chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    void close() {
        browser.close();
        playwright.close();
    }

    @ParameterizedTest
    @CsvSource({
        "travail, 390, LIGHT", "travail, 768, LIGHT", "travail, 1366, LIGHT",
        "travail, 390, DARK", "travail, 768, DARK", "travail, 1366, DARK",
        "public, 390, LIGHT", "public, 768, LIGHT", "public, 1366, LIGHT",
        "public, 390, DARK", "public, 768, DARK", "public, 1366, DARK",
    })
    void every_component_is_without_a_barrier_and_fits(String rhythm, int width, ColorScheme scheme) {
        try (BrowserContext context = context(width, scheme, ForcedColors.NONE)) {
            Page page = gallery(context, rhythm);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PHOTOGRAPHS.resolve(rhythm + "-" + width + "-" + scheme + ".png")));
            assertThat(page.evaluate("document.fonts.check('1rem \"Atkinson Hyperlegible Next\"')"))
                    .isEqualTo(true);
            assertThat(number(page, "document.querySelector('header').getBoundingClientRect().height"))
                    .as("the head")
                    .isLessThanOrEqualTo(HIGHEST_HEAD);
            assertThat(number(page, "document.documentElement.scrollWidth"))
                    .as("no sideways scrolling")
                    .isLessThanOrEqualTo(width);
            assertThat(barriers(page)).isEmpty();
        }
    }

    @Test
    void the_menu_of_a_narrow_screen_opens_and_closes_by_keyboard() {
        try (BrowserContext context = context(390, ColorScheme.LIGHT, ForcedColors.NONE)) {
            Page page = gallery(context, "travail");
            assertThat(page.locator(".menu a").first().isVisible()).isFalse();
            page.locator(".top__open").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".menu a").first().isVisible()).isTrue();
            assertThat(page.locator("form[action$='/logout'] button").isVisible())
                    .isTrue();
            assertThat(barriers(page)).isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.locator(".menu a").first().isVisible()).isFalse();
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("top__open");
        }
    }

    @Test
    void a_desktop_shows_the_menu_without_asking_and_a_dozen_rows_of_work() {
        try (BrowserContext context = context(1366, ColorScheme.LIGHT, ForcedColors.NONE)) {
            Page page = gallery(context, "travail");
            assertThat(page.locator(".menu a").first().isVisible()).isTrue();
            assertThat(page.locator(".top__open").isVisible()).isFalse();
            assertThat(number(page, "document.querySelector('.stack tbody tr').getBoundingClientRect().height"))
                    .isLessThanOrEqualTo(40);
        }
    }

    @Test
    void a_part_that_keeps_up_asks_now_and_then_and_rests_while_nobody_is_there() {
        try (BrowserContext context = context(1366, ColorScheme.LIGHT, ForcedColors.NONE)) {
            Page page = context.newPage();
            page.clock().install();
            page.addInitScript("""
                    window.streams = []; window.asked = 0;
                    window.htmx = { trigger: () => { window.asked++; } };
                    window.EventSource = class extends EventTarget {
                      constructor() { super(); window.streams.push(this); }
                      close() { this.closed = true; }
                    };""");
            page.route("**/*", this::answer);
            page.navigate(ORIGIN + "/vivant");
            page.clock().fastForward(1_000);
            assertThat(page.evaluate("window.asked")).as("nothing has changed").isEqualTo(0);
            for (int times = 0; times < 3; times++) {
                page.evaluate("window.streams[0].dispatchEvent(new Event('changed'))");
            }
            page.clock().fastForward(2_000);
            assertThat(page.evaluate("window.asked")).isEqualTo(1);

            page.clock().runFor(180_000);
            assertThat(page.evaluate("window.streams[0].closed"))
                    .as("nobody there")
                    .isEqualTo(true);
            page.keyboard().press("j");
            page.clock().fastForward(10_000);
            assertThat(page.evaluate("window.streams.length")).isEqualTo(2);
            assertThat(page.evaluate("window.asked")).isEqualTo(2);
        }
    }

    @Test
    void colours_forced_by_the_reader_hide_no_mark() {
        try (BrowserContext context = context(768, ColorScheme.DARK, ForcedColors.ACTIVE)) {
            Page page = gallery(context, "public");
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PHOTOGRAPHS.resolve("public-forced-colours.png")));
            assertThat(page.locator("main .tag").first().evaluate("tag => getComputedStyle(tag).borderTopWidth"))
                    .as("a mark keeps a shape where its ground is taken away")
                    .isEqualTo("2px");
        }
    }

    private BrowserContext context(int width, ColorScheme scheme, ForcedColors forced) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 768)
                .setLocale("fr-FR")
                .setColorScheme(scheme)
                .setForcedColors(forced));
    }

    private Page gallery(BrowserContext context, String rhythm) {
        Page page = context.newPage();
        page.route("**/*", this::answer);
        page.navigate(ORIGIN + "/" + rhythm);
        page.evaluate("document.fonts.ready");
        return page;
    }

    private void answer(Route route) {
        String path = URI.create(route.request().url()).getPath();
        if (path.equals("/travail") || path.equals("/public")) {
            boolean work = path.equals("/travail");
            Visitor person = work ? new Visitor("Camille Référente", Set.of("referent")) : null;
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(pages.render(
                            "ui/galerie", work ? "/suivi" : "/ui/galerie", person, GalleryPages.shown(!work))));
        } else if (path.equals("/vivant")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody("<!doctype html><title>Vivant</title><div data-live=\"/flux\"></div>"
                            + "<script src=\"/ui/ui.js\"></script>"));
        } else if (path.startsWith("/ui/")) {
            try {
                route.fulfill(new Route.FulfillOptions()
                        .setContentType(TYPES.get(path.substring(path.lastIndexOf('.') + 1)))
                        .setBodyBytes(Files.readAllBytes(STATIC.resolve(path.substring(1)))));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        } else {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
        }
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(v -> v.getId() + ": " + v.getNodes().getFirst().getHtml())
                        .toList();
    }
}
