package fr.mentoratdurgence.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import fr.mentoratdurgence.cli.LocalOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sample front end of {@code docs/api/front-end}, at an origin of its own, in a real browser. */
class FrontEndScenarioTest {
    private static final double PATIENCE_MILLIS = 90_000;

    @Test
    void a_school_signs_in_reads_its_needs_and_declares_one_on_a_page_that_holds_no_token() {
        String door = RunningSystem.get().addresses().origin();
        HttpServer pages = served();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = Chromium.start(playwright);
                BrowserContext person = browser.newContext()) {
            person.setDefaultTimeout(PATIENCE_MILLIS);
            Page page = person.newPage();
            page.navigate(RunningSystem.FRONT_END + "/?porte=" + door);
            page.locator("#login").click();
            Chromium.fill(page, "ecole", "demo");
            page.waitForURL(url -> url.startsWith(RunningSystem.FRONT_END));
            assertThat(page.locator("#state")).containsText("besoin(s).", patiently());

            page.locator("[name=structure]").fill("0940176F");
            page.locator("[name=count]").fill("beaucoup");
            page.locator("[name=name]").fill("Dominique Exemple");
            page.locator("[name=email]").fill("dominique@exemple.fr");
            page.locator("[name=phone]").fill("01 40 00 00 00");
            page.locator("#declare button").click();
            assertThat(page.locator("#problem")).containsText("lines[0].count", patiently());

            page.locator("[name=count]").fill("1");
            page.locator("#declare button").click();
            assertThat(page.locator("#state")).containsText("déclaré", patiently());
        } finally {
            pages.stop(0);
        }
    }

    private static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static HttpServer served() {
        Path sample = LocalOptions.enclosingCheckout().resolve("docs/api/front-end");
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), RunningSystem.FRONT_END_PORT),
                sample.toAbsolutePath(),
                OutputLevel.NONE);
        server.start();
        return server;
    }
}
