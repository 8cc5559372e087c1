package fr.mentoratdurgence.scenario;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fr.mentoratdurgence.cli.LocalAddresses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The real browser, and a person who logs in with it. */
final class Chromium {
    private Chromium() {}

    /** What drives it, which brings none of its own. */
    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser start(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Chromium is missing: apt-get install chromium"));
    }

    /** From wherever the page is to where the person works. */
    static void login(Page page, String account) {
        login(page, RunningSystem.get().addresses(), RunningSystem.get().login(account));
    }

    /** The same in another system. */
    static void login(Page page, LocalAddresses addresses, String login) {
        page.navigate(addresses.origin() + "/oauth2/authorization/keycloak");
        send(page, login, "demo");
        page.waitForURL(url -> url.startsWith(addresses.origin()));
    }

    /** On the login page; a mentor of the journey is named by address. */
    static void fill(Page page, String account, String password) {
        send(page, RunningSystem.get().login(account), password);
    }

    private static void send(Page page, String login, String password) {
        page.locator("#username").fill(login);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }
}
