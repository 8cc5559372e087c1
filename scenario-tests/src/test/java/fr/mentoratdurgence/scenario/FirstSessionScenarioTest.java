package fr.mentoratdurgence.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * From the form to the first session, each step announced: a headteacher without an account, a retired mentor without an
 * e-mail address, a minor, a student and a référente; on phones, through the real browser and the server that catches
 * letters. It is one story: each chapter needs what the one before has left.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FirstSessionScenarioTest {
    private static final String SCHOOL = "0940198E";
    private static final String MENTORS = "/api/mentors/v1/mentors";
    private static final String NEEDS = "/api/needs/v1/needs/";
    private static final String MATCHING = "/api/matching/v1/";
    private static final String PASSWORD = "trois-petits-chats-4721";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"]+(/lien/\\w+/[\\w-]{43})");
    private static final Pattern REFERENCE = Pattern.compile("M-[0-9A-F]{8}");
    private static final int PATIENCE_MILLIS = 60_000;
    private static final Duration PATIENCE = Duration.ofMillis(PATIENCE_MILLIS);

    private final String today = RunningSystem.get().today().toString();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String head = "direction-" + mark + "@exemple.fr";
    private final String student = "etudiante-" + mark + "@exemple.fr";
    private final String young = "lyceen-" + mark + "@exemple.fr";
    private final Caller referente = Caller.as("referente");

    @Test
    void from_the_form_to_the_first_session_each_step_is_announced() {
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.start(playwright)) {
            String need = theHeadteacherDeclaresAndFollowsByTheLink(browser);
            String anna = theStudentApplies(browser);
            String odette = theRetireeApplies(browser);
            String minor = theMinorApplies(browser);
            theReferenteCallsAndQualifies(need);
            theStudentChoosesWhenTheInterviewIs(browser, anna);
            theStudentIsLetInByLetter(browser, anna);
            theRetireeIsLetInByTelephone(browser, odette);
            theMinorIsLetInOnceAParentAgrees(browser, need, minor);

            String toAnna = propose(need, 1, anna);
            String toOdette = propose(need, 1, odette);
            String toSacha = propose(need, 1, minor);
            saysYesInTwoTaps(browser, student, "etudiante");
            saysYesInTwoTaps(browser, young, "lyceen");
            theRetireeSaysYesByTelephone(browser, toOdette);
            String ofAnna = validated(toAnna);
            String ofOdette = validated(toOdette);
            String ofSacha = validated(toSacha);
            theHeadteacherMeetsTheMentorsByTheLink(browser);
            tellsTheFirstSession(browser, student, ofAnna, "etudiante");
            tellsTheFirstSession(browser, young, ofSacha, "lyceen");
            theRetireesFirstSessionIsToldByTelephone(ofOdette);
        }
    }

    private String theHeadteacherDeclaresAndFollowsByTheLink(Browser browser) {
        try (BrowserContext phone = phone(browser)) {
            Page page = phone.newPage();
            page.navigate(origin() + "/besoins/declarer");
            page.locator("#uai").fill(SCHOOL);
            submit(page);
            page.locator("#levelBand").selectOption("CM1_CM2");
            page.locator("#count").fill("3");
            page.locator("input[name=supports][value=METHOD]").check();
            page.locator("#familyLink").check();
            submit(page);
            page.locator("main a.button").getByText("Continuer").click();
            page.locator("input[name=channels][value=PHONE]").check();
            page.locator("input[name=channels][value=VIDEO]").check();
            submit(page);
            page.locator("#name").fill("Martine Directrice");
            page.locator("#email").fill(head);
            page.locator("#phone").fill("01 99 00 12 34");
            submit(page);
            submit(page);
            assertThat(page.locator("h1").textContent()).isEqualTo("Votre besoin est enregistré");
            assertThat(page.locator("main").textContent()).contains(head);

            page.navigate(origin() + link(letter(head, "RECEIVED")));
            page.locator("main button").first().click();
            page.waitForURL(url -> url.contains("/besoins/need-"));
            seen(page, "directrice-suivi");
            return page.url().replaceFirst(".*/(need-[^?#/]+).*", "$1");
        }
    }

    private String theStudentApplies(Browser browser) {
        try (BrowserContext phone = phone(browser)) {
            Page page = apply(phone, "Anna", student, "06 39 98 31 01", "oui");
            String reference = reference(page);
            assertThat(page.locator("main").textContent()).contains(student);
            seen(page, "etudiante-merci");
            assertThat(letter(student, "APPLICATION_RECEIVED").path("plain").asString())
                    .contains(reference);
            confirmsTheAddress(page, student);
            return mentor(reference);
        }
    }

    private static void confirmsTheAddress(Page page, String address) {
        page.navigate(origin() + link(letter(address, "CONFIRM_ADDRESS")));
        page.locator("main button").first().click();
        page.waitForURL(url -> url.endsWith("/mentors/adresse/confirmee"));
    }

    private String theRetireeApplies(Browser browser) {
        try (BrowserContext phone = phone(browser)) {
            return mentor(reference(apply(phone, "Odette", "", "06 39 98 31 02", "oui")));
        }
    }

    private String theMinorApplies(Browser browser) {
        try (BrowserContext phone = phone(browser)) {
            Page page = apply(phone, "Sacha", young, "06 39 98 31 03", "non");
            String minor = mentor(reference(page));
            assertThat(letter(young, "APPLICATION_RECEIVED_MINOR").path("plain").asString())
                    .contains("parent");
            confirmsTheAddress(page, young);
            return minor;
        }
    }

    private void theReferenteCallsAndQualifies(String need) {
        done(referente.post(NEEDS + need + "/assignment", Map.of()));
        done(referente.post(NEEDS + need + "/contact-attempts", Map.of("reached", true, "occurredOn", today)));
        done(referente.post(NEEDS + need + "/qualification", Map.of("familyLinkAcknowledged", true)));
    }

    /** She takes one of two moments, and her calendar gets it. */
    private void theStudentChoosesWhenTheInterviewIs(Browser browser, String mentor) {
        Instant morning = RunningSystem.get()
                .today()
                .plusDays(3)
                .atTime(10, 0)
                .atZone(ZoneId.of("Europe/Paris"))
                .toInstant();
        done(referente.post(
                MENTORS + "/" + mentor + "/interview/moments",
                Map.of(
                        "moments",
                        List.of(
                                morning.toString(),
                                morning.plus(Duration.ofHours(4)).toString()))));
        try (BrowserContext phone = phone(browser)) {
            Page page = phone.newPage();
            page.navigate(origin() + link(letter(student, "INTERVIEW_OFFERED")));
            page.locator("main button").first().click();
            page.waitForURL(url -> url.endsWith("/mentors/rendez-vous"));
            seen(page, "etudiante-rendez-vous");
            page.locator("form[action='/mentors/rendez-vous'] button").first().click();
            page.getByText("C’est noté").first().waitFor();
        }
        assertThat(letter(student, "INTERVIEW_BOOKED").path("calendar").asString())
                .contains("BEGIN:VEVENT", "SUMMARY:Entretien");
    }

    private void theStudentIsLetInByLetter(Browser browser, String mentor) {
        interviewed(mentor);
        isLetInByLetter(browser, mentor, student, "etudiante");
        assertThat(letter(student, "ACTIVE_NOW").path("subject").asString()).isNotBlank();
    }

    private void isLetInByLetter(Browser browser, String mentor, String address, String who) {
        Caller.Answer account = referente.post(MENTORS + "/" + mentor + "/account", Map.of());
        assertThat(account.json().path("invited").asBoolean())
                .as(account.body())
                .isTrue();
        try (BrowserContext phone = phone(browser)) {
            Page page = phone.newPage();
            page.navigate(origin() + link(letter(address, "ACCOUNT_INVITATION")));
            page.locator("main button").first().click();
            page.waitForURL(url -> url.endsWith("/lien/mentors/acces"));
            seen(page, who + "-acces");
            List<String> shown = page.locator(".summary__value").allTextContents();
            becomesActive(page, shown.getFirst(), shown.getLast());
        }
    }

    private void theRetireeIsLetInByTelephone(Browser browser, String mentor) {
        interviewed(mentor);
        try (BrowserContext desk = phone(browser)) {
            Page page = desk.newPage();
            Chromium.login(page, "referente");
            page.navigate(origin() + "/mentors/" + mentor);
            page.locator("form[action$='/compte'] button").click();
            page.getByText("À dire au téléphone").waitFor();
            List<String> said = page.locator("section[aria-labelledby=acces] .summary__value")
                    .allTextContents();
            try (BrowserContext home = phone(browser)) {
                becomesActive(home.newPage(), said.getFirst(), said.getLast());
            }
        }
    }

    private void theMinorIsLetInOnceAParentAgrees(Browser browser, String need, String minor) {
        interviewed(minor);
        Caller.Answer refused = referente.post(
                MATCHING + "matches", Map.of("need", need, "line", 1, "mentor", minor, "reason", "OTHER"));
        assertThat(refused.status()).as(refused.body()).isGreaterThanOrEqualTo(400);
        assertThat(referente
                        .get(MENTORS + "/" + minor)
                        .json()
                        .path("missing")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("AUTHORISATION");
        done(referente.post(MENTORS + "/" + minor + "/minor-authorisation", Map.of("recordedOn", today)));
        isLetInByLetter(browser, minor, young, "lyceen");
        assertThat(letter(young, "ACTIVE_NOW").path("subject").asString()).isNotBlank();
    }

    private void becomesActive(Page page, String login, String password) {
        page.navigate(origin() + "/oauth2/authorization/keycloak");
        Chromium.fill(page, login.strip(), password.strip());
        if (page.locator("#password-new").count() > 0) {
            page.locator("#password-new").fill(PASSWORD);
            page.locator("#password-confirm").fill(PASSWORD);
            page.locator("[type=submit]").click();
        }
        page.waitForURL(url -> url.startsWith(origin()));
        page.navigate(origin() + "/mentors/mon-espace/charte");
        page.locator("#accord").check();
        submit(page);
        page.navigate(origin() + "/mentors/mon-espace/formation");
        Map.of("role", "b", "rythme", "a", "confidentialite", "b", "inquietude", "b")
                .forEach((question, answer) -> page.locator("input[name=" + question + "][value=" + answer + "]")
                        .check());
        submit(page);
        page.navigate(origin() + "/mentors/mon-espace");
        seen(page, "mentor-espace-" + login.strip().length());
        assertThat(page.locator("main").textContent()).contains("Voir mes propositions");
    }

    private String propose(String need, int line, String mentor) {
        Caller.Answer[] last = new Caller.Answer[1];
        await().atMost(PATIENCE).until(() -> {
            last[0] = referente.post(
                    MATCHING + "matches",
                    Map.of("need", need, "line", line, "mentor", mentor, "reason", "STRUCTURE_ASKED"));
            return last[0].status() < 300;
        });
        return last[0].json().path("proposal").asString();
    }

    private void saysYesInTwoTaps(Browser browser, String address, String who) {
        try (BrowserContext phone = phone(browser)) {
            Page page = phone.newPage();
            page.navigate(origin() + link(letter(address, "PROPOSAL"))); // one: the link
            page.locator("button[value=oui]").click(); // two: the answer
            page.waitForURL(url -> url.contains("/appariement/propositions/"));
            seen(page, who + "-oui");
        }
    }

    /** What cannot wait comes as a short message, the rest is a call; she answers when she is called. */
    private void theRetireeSaysYesByTelephone(Browser browser, String proposal) {
        assertThat(letter("+33639983102", "SMS").path("plain").asString()).contains("/lien/mentors/");
        try (BrowserContext desk = phone(browser)) {
            Page page = desk.newPage();
            Chromium.login(page, "referente");
            await().atMost(PATIENCE).until(() -> {
                page.navigate(origin() + "/mentors");
                return page.locator("main").textContent().contains("Odette");
            });
            seen(page, "referente-a-appeler");
            page.navigate(origin() + "/appariement/propositions/" + proposal);
            page.getByText("Noter un oui dit par téléphone").click();
            page.getByText("Valider").first().waitFor();
        }
    }

    private String validated(String proposal) {
        Caller.Answer validated =
                referente.post(MATCHING + "proposals/" + proposal + "/validation", Map.of("override", "NOBODY_ELSE"));
        assertThat(validated.status()).as(validated.body()).isLessThan(300);
        return validated.json().path("pair").asString();
    }

    private void theHeadteacherMeetsTheMentorsByTheLink(Browser browser) {
        await().atMost(PATIENCE).until(() -> letters(head, "CONTACT_READY").size() == 3);
        for (JsonNode ready : letters(head, "CONTACT_READY")) {
            try (BrowserContext phone = phone(browser)) {
                Page page = phone.newPage();
                page.navigate(origin() + link(ready));
                page.locator("button[value=voir]").click();
                page.waitForURL(url -> url.contains("/suivi/binomes/"));
                page.getByText("06 39 98 31 0").first().waitFor();
                seen(page, "directrice-contact");
                page.navigate(origin() + link(ready));
                page.locator("button[value=fait]").click();
                page.waitForURL(url -> url.contains("/suivi/binomes/"));
            }
        }
    }

    private void theRetireesFirstSessionIsToldByTelephone(String pair) {
        done(referente.post(
                "/api/followup/v1/pairs/" + pair + "/sessions",
                Map.of("heldOn", today, "minutes", 60, "channel", "PHONE", "support", List.of("METHOD"))));
    }

    private void tellsTheFirstSession(Browser browser, String address, String pair, String who) {
        try (BrowserContext phone = phone(browser)) {
            Page page = phone.newPage();
            page.navigate(origin() + link(letter(address, "CONTACT_READY")));
            page.locator("button[value=voir]").click();
            page.waitForURL(url -> url.contains("/suivi/binomes/" + pair));
            seen(page, who + "-binome");
        }
        String login = Caller.administrator()
                .get("/admin/realms/mentorat/users?email=" + address)
                .json()
                .path(0)
                .path("username")
                .asString();
        try (BrowserContext phone = phone(browser)) {
            Page page = phone.newPage();
            page.navigate(origin() + "/oauth2/authorization/keycloak");
            Chromium.fill(page, login, PASSWORD);
            page.waitForURL(url -> url.startsWith(origin()));
            page.navigate(origin() + "/suivi/binomes/" + pair);
            page.locator("#minutes").fill("60");
            page.locator("input[name=canal][value=VIDEO]").check();
            page.locator("form[action$='/seances'] button").click();
            page.getByText("C’est fait").first().waitFor();
            seen(page, who + "-seance");
            assertThat(page.locator("main").textContent()).contains("60 minutes");
        }
    }

    private static Page apply(BrowserContext phone, String firstName, String email, String telephone, String adult) {
        Page page = phone.newPage();
        page.navigate(origin() + "/mentors/candidature");
        page.locator("#firstName").fill(firstName);
        page.locator("#lastName").fill("Exemple");
        page.locator("#email").fill(email);
        page.locator("#phone").fill(telephone);
        page.locator("input[name=adult][value=" + adult + "]").check();
        page.locator("#departement").fill("94");
        page.locator("input[name=supports][value=METHOD]").check();
        page.locator("input[name=channels][value=PHONE]").check();
        page.locator("input[name=channels][value=VIDEO]").check();
        page.locator("#capacity").selectOption("2");
        submit(page);
        page.waitForURL(url -> url.contains("/mentors/candidature/merci"));
        return page;
    }

    private static String reference(Page page) {
        Matcher reference = REFERENCE.matcher(page.locator("main").textContent());
        assertThat(reference.find()).isTrue();
        return reference.group();
    }

    /** Whose number this is, as the référente finds them. */
    private String mentor(String reference) {
        return referente
                .get(MENTORS)
                .json()
                .valueStream()
                .map(row -> row.path("mentor").asString())
                .filter(mentor -> mentor.toUpperCase(Locale.ROOT).startsWith("MENTOR-" + reference.substring(2)))
                .findFirst()
                .orElseThrow();
    }

    private void interviewed(String mentor) {
        done(referente.post(MENTORS + "/" + mentor + "/interview", Map.of("heldOn", today, "passed", true)));
        done(referente.post(
                MENTORS + "/" + mentor + "/proof", Map.of("kind", "HONORABILITY_CERTIFICATE", "issuedOn", today)));
    }

    private static void done(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    private static JsonNode letter(String to, String kind) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(letters(to, kind)).isNotEmpty());
        return letters(to, kind).getLast();
    }

    private static List<JsonNode> letters(String to, String kind) {
        return Caught.of(RunningSystem.get().addresses()).to(to, kind);
    }

    private static String link(JsonNode letter) {
        Matcher link = LINK.matcher(letter.path("plain").asString());
        assertThat(link.find()).as(letter.path("plain").asString()).isTrue();
        return link.group(1);
    }

    private static BrowserContext phone(Browser browser) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("fr-FR").setViewportSize(390, 844));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    private static void submit(Page page) {
        page.locator("main form button:not([name=revenir])").last().click();
    }

    private static void seen(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "recit-" + name + "-390.png")));
    }

    private static String origin() {
        return RunningSystem.get().addresses().origin();
    }
}
