package fr.mentoratdurgence.scenario;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real browser, and a person who logs in with it. */
final class Chromium {
    private Chromium() {}

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
        String origin = RunningSystem.get().addresses().origin();
        page.navigate(origin + "/oauth2/authorization/keycloak");
        fill(page, account, "demo");
        page.waitForURL(url -> url.startsWith(origin));
    }

    /** On the login page; a mentor of the journey is named by address. */
    static void fill(Page page, String account, String password) {
        page.locator("#username").fill(RunningSystem.get().login(account));
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }
}
