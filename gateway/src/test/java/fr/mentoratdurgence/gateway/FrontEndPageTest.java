package fr.mentoratdurgence.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The sample of {@code docs/api/front-end}, at an origin of its own, in a real browser before the real door. */
class FrontEndPageTest {
    private static final double PATIENCE_MILLIS = 30_000;
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    /** What the stand-in of needs-service was asked, with whose token. */
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void a_school_reads_its_needs_and_declares_one_on_a_page_that_holds_no_token() throws IOException {
        HttpServer pages = SimpleFileServer.createFileServer(
                ANYWHERE, Path.of("../docs/api/front-end").toAbsolutePath().normalize(), OutputLevel.NONE);
        HttpServer needs = HttpServer.create(ANYWHERE, 0);
        needs.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        needs.createContext("/", this::answer);
        needs.start();
        pages.start();
        String front = "http://localhost:" + pages.getAddress().getPort();
        int port = Door.freePort();
        String origin = "http://localhost:" + port;
        var door = new Door(
                "--server.port=" + port,
                "--PUBLIC_ORIGIN=" + origin,
                "--FRONT_ENDS=" + front,
                "--NEEDS_URL=http://127.0.0.1:" + needs.getAddress().getPort());
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.start(playwright);
                BrowserContext person = browser.newContext()) {
            person.setDefaultTimeout(PATIENCE_MILLIS);
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Page page = person.newPage();

            page.navigate(front + "/?porte=" + origin);
            assertThat(page.locator("#state")).hasText("Connectez-vous pour voir vos besoins.");
            assertThat(page.locator("#login").getAttribute("href")).startsWith(origin + "/connexion?retour=");

            person.addCookies(List.of(new Cookie(
                            "SESSION",
                            door.loggedIn("ecole", "token-of-the-school").substring("SESSION=".length()))
                    .setUrl(origin)
                    .setHttpOnly(true)
                    .setSameSite(SameSiteAttribute.LAX)));
            page.reload();
            assertThat(page.locator("#needs li")).containsText("B-1 : 2 place(s)");

            page.locator("[name=structure]").fill("0940176F");
            page.locator("[name=count]").fill("beaucoup");
            page.locator("[name=name]").fill("Dominique Exemple");
            page.locator("[name=email]").fill("dominique@exemple.fr");
            page.locator("[name=phone]").fill("01 40 00 00 00");
            page.locator("#declare button").click();
            assertThat(page.locator("#problem")).containsText("lines[0].count : Un nombre, s’il vous plaît.");

            page.locator("[name=count]").fill("1");
            page.locator("#declare button").click();
            assertThat(page.locator("#state")).hasText("Besoin B-2 déclaré.");
            assertThat(asked)
                    .contains(
                            "GET /api/needs/v1/needs Bearer token-of-the-school",
                            "POST /api/needs/v1/needs Bearer token-of-the-school");
            assertThat(page.evaluate("document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"))
                    .isEqualTo("{}{}");
        } finally {
            pages.stop(0);
            needs.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            if (exchange.getRequestMethod().equals("GET")) {
                say(exchange, 200, "[{\"reference\":\"B-1\",\"places\":2,\"declaredOn\":\"2020-04-20\"}]");
            } else if (sent.contains("beaucoup")) {
                say(
                        exchange,
                        422,
                        "{\"type\":\"/problemes/invalid-input\",\"title\":\"À"
                                + " corriger\",\"status\":422,\"detail\":\"Certaines réponses sont à"
                                + " corriger.\",\"code\":\"INVALID_INPUT\",\"errors\":[{\"field\":\"lines[0].count\",\"detail\":\"Un"
                                + " nombre, s’il vous plaît.\"}]}");
            } else {
                say(exchange, 201, "{\"need\":\"need-2\",\"reference\":\"B-2\"}");
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
