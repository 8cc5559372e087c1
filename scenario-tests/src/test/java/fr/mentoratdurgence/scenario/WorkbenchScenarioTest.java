package fr.mentoratdurgence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fr.mentoratdurgence.cli.Door;
import fr.mentoratdurgence.cli.StepRefused;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A référente's Monday: 40 needs to call, 30 pairs of her own, 10 proposals to validate, and 40 pairs of a colleague who
 * fell ill. She has a département of her own and clears it by keyboard alone, in a real browser, at the workbench.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkbenchScenarioTest {
    private static final String REFERENT = "lundi59";
    private static final String COORDINATION = "coordination";
    private static final String NEEDS = "/api/needs/v1/needs";
    private static final String SCHOOLS = "/api/needs/v1/structures/";
    private static final String MENTORS = "/api/mentors/v1/mentors";
    private static final String MATCHING = "/api/matching/v1/";
    private static final String FOLLOWUP = "/api/followup/v1/";

    private static final int TO_CALL = 40;
    /** Needs whose places all have somebody. */
    private static final int SERVED = 8;

    private static final int PLACES = 10;
    private static final int CAPACITY = 5;
    /** Of the served needs: the référente's, and the one whose proposals wait for her word; the colleague has the rest. */
    private static final int OWN = 3;

    private static final int PAIRS = SERVED * PLACES;
    /** Pairs that have not told their first contact, of her own and of the colleague's. */
    private static final int SILENT = 20;

    private static final int SPOKEN_TO = 8;
    private static final int ASKED = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHECK = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String PICK_ALL = "Cocher toute la page";

    private final RunningSystem rehearsed = RunningSystem.get();
    private final Door door = rehearsed.door();

    /** What was there on Sunday. */
    private record Sunday(String account, List<String> colleaguesPairs) {}

    @Test
    void a_referent_clears_her_monday_by_keyboard() throws Exception {
        Sunday sunday = herMondayIsPutIn();
        Map<String, BigDecimal> before = rehearsed.figures();
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.start(playwright);
                BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1366, 768)
                        .setLocale("fr-FR"))) {
            context.setDefaultTimeout((double) PATIENCE.toMillis());
            Page page = context.newPage();
            Chromium.login(page, rehearsed.system().addresses(), REFERENT);
            page.navigate(rehearsed.system().addresses().origin() + "/suivi");

            theHelpOpensAndEscapeLeadsBack(page);
            theProposalsAreValidatedTogether(page);
            theNeedsAreTakenTogetherAndCalledOneByOne(page);
            aColleagueFallsIll(sunday);
            theAlertsAreSeenTo(page);
            someAreWrittenTo(page);
            sheSaysHowItGoes(page);
            onlyWhatWasPutOffIsLeft(page);
        }
        Map<String, Integer> done = Map.of(
                "needs.qualified", TO_CALL / 2,
                "pairs.opened", PLACES,
                "pairs.first-contact-confirmed", SPOKEN_TO,
                "alerts.resolved[CONTACT_MADE]", SPOKEN_TO,
                "checkins.answered[REFERENT]", ASKED,
                "checkins.answered[5]", ASKED);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, BigDecimal> after = rehearsed.figures();
            assertThat(done)
                    .allSatisfy((figure, times) -> assertThat(after.getOrDefault(figure, BigDecimal.ZERO)
                                    .subtract(before.getOrDefault(figure, BigDecimal.ZERO)))
                            .as(figure)
                            .isEqualByComparingTo("" + times));
        });
    }

    // ---------------------------------------------------------------- her Monday

    private static void theHelpOpensAndEscapeLeadsBack(Page page) {
        page.keyboard().press("j");
        String first = focused(page);
        assertThat(first).isNotEmpty();
        page.keyboard().press("j");
        page.keyboard().press("?");
        assertThat(page.locator("[data-keys-help]").getAttribute("open")).isNotNull();
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-keys-help]").getAttribute("open")).isNull();
        assertThat(focused(page)).isNotEmpty().isNotEqualTo(first);
        page.keyboard().press("k");
        assertThat(focused(page)).isEqualTo(first);
        page.keyboard().press("x");
        page.keyboard().press("b");
        assertThat(focused(page)).as("the acts of the rows that are ticked").isEmpty();
        page.keyboard().press("Escape");
        assertThat(focused(page)).as("and back to the row").isEqualTo(first);
        page.keyboard().press("x");
    }

    private static void theProposalsAreValidatedTogether(Page page) {
        acts(page, "3");
        assertThat(rows(page)).hasSize(PLACES);
        tickAll(page);
        bulk(page, "Valider", _ -> {});
        assertThat(told(page)).contains(PLACES + " lignes : c’est fait");
        backToTheList(page);
        keepsUp(page, () -> rows(page).isEmpty());
    }

    /** Every second one answers and is qualified; the others are noted, and stay. */
    private static void theNeedsAreTakenTogetherAndCalledOneByOne(Page page) {
        acts(page, "5");
        assertThat(rows(page)).hasSize(TO_CALL);
        tickAll(page);
        bulk(page, "Prendre en charge", _ -> {});
        assertThat(told(page)).contains(TO_CALL + " lignes : c’est fait");
        backToTheList(page);
        keepsUp(page, () -> page.locator("ul.rows [data-key='o']").count() == TO_CALL);

        page.keyboard().press("j");
        for (int called = 0; called < TO_CALL; called++) {
            String row = focused(page);
            assertThat(row).as("the row that is called").startsWith("need-");
            List<String> rows = rows(page);
            if (called % 2 == 0) {
                acts(page, "o");
                assertThat(focused(page)).as("focus stays").isEqualTo(row);
                acts(page, "q");
                assertThat(rows(page)).as("qualified, and gone").doesNotContain(row);
                assertThat(told(page)).contains("qualifié");
            } else {
                acts(page, "n");
                assertThat(focused(page)).as("focus stays").isEqualTo(row);
                assertThat(page.locator("#" + row).textContent()).contains("1 appel sans réponse");
            }
            page.keyboard().press("j");
            if (called < TO_CALL - 1) {
                assertThat(focused(page)).as("the next one").isEqualTo(rows.get(rows.indexOf(row) + 1));
            }
        }
        assertThat(rows(page)).hasSize(TO_CALL / 2);
    }

    /** All that she followed is the référente's until Friday. */
    private void aColleagueFallsIll(Sunday sunday) {
        door.post(
                COORDINATION,
                FOLLOWUP + "hand-overs",
                Map.of(
                        "pairs",
                        sunday.colleaguesPairs(),
                        "to",
                        sunday.account(),
                        "until",
                        rehearsed.today().plusDays(4).toString()));
    }

    /** Some spoke to each other, the others are reminded, and put off. */
    private static void theAlertsAreSeenTo(Page page) {
        acts(page, "2");
        keepsUp(page, () -> rows(page).size() == SILENT);
        page.keyboard().press("j");
        for (int spoken = 0; spoken < SPOKEN_TO; spoken++) {
            List<String> rows = rows(page);
            String row = focused(page);
            acts(page, "f");
            assertThat(rows(page)).as("no alert any more").doesNotContain(row);
            page.keyboard().press("j");
            assertThat(focused(page)).as("the next one").isEqualTo(rows.get(rows.indexOf(row) + 1));
        }
        int silent = SILENT - SPOKEN_TO;
        tickAll(page);
        bulk(page, "Relancer les mentors", _ -> {});
        assertThat(told(page)).contains(silent + " lignes : c’est fait");
        backToTheList(page);
        tickAll(page);
        bulk(page, "Reporter les alertes", _ -> {});
        assertThat(told(page)).contains(silent + " lignes : c’est fait");
        backToTheList(page);
        assertThat(rows(page)).as("put off, and gone").isEmpty();
    }

    private static void someAreWrittenTo(Page page) {
        acts(page, "6");
        acts(page, ">");
        Set<String> second = new HashSet<>(rows(page));
        acts(page, "<");
        assertThat(rows(page)).hasSize(50).doesNotContainAnyElementsOf(second);
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("X");
        assertThat(page.locator("[data-pick]:checked").count()).isEqualTo(3);
        bulk(page, "Écrire aux mentors", look -> {
            look.keyboard().press("ArrowDown");
            look.keyboard().press("Tab");
            look.keyboard().press("b");
        });
        assertThat(told(page)).contains("3 lignes : c’est fait");
        backToTheList(page);
    }

    /** Those with whom she spoke on the telephone; the others wait on her page of the day. */
    private static void sheSaysHowItGoes(Page page) {
        acts(page, "1");
        acts(page, "d");
        String count = "#points .count";
        int waiting = Integer.parseInt(page.locator(count).textContent());
        assertThat(waiting).isEqualTo(PAIRS - PLACES);
        for (int presses = 0; !focused(page).startsWith("point-"); presses++) {
            assertThat(presses).as("presses of j").isLessThan(100);
            page.keyboard().press("j");
        }
        for (int said = 0; said < ASKED; said++) {
            assertThat(focused(page)).startsWith("point-");
            acts(page, "t");
            assertThat(told(page)).contains("La réponse est enregistrée");
            page.keyboard().press("j");
        }
        assertThat(page.locator(count).textContent()).isEqualTo("" + (waiting - ASKED));
    }

    private static void onlyWhatWasPutOffIsLeft(Page page) {
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("q");
        page.keyboard().press("Escape");
        page.navigate(page.url().replaceFirst("/journee.*", ""));
        keepsUp(
                page,
                () -> waiting(page)
                        .equals(List.of("" + (TO_CALL / 2 + PAIRS), "0", "0", "0", "" + TO_CALL / 2, "" + PAIRS)));
        assertThat(rows(page).stream().filter(row -> row.startsWith("need-"))).hasSize(TO_CALL / 2);
        assertThat(page.locator("ul.rows > [id^='pair-'].item--urgent").count()).isZero();
    }

    // ---------------------------------------------------------------- how it is done

    /** The figures beside the ways to look at the list. */
    private static List<String> waiting(Page page) {
        return page.locator("[data-page-key='1'] .count, [data-page-key='1'] ~ a .count")
                .allTextContents();
    }

    private static void tickAll(Page page) {
        page.keyboard().press("b");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo(PICK_ALL);
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-pick]:not(:checked)").count()).isZero();
    }

    /** From the rows that are ticked over the look to what became of each. */
    private static void bulk(Page page, String act, Consumer<Page> fills) {
        page.keyboard().press("b");
        for (int presses = 0; presses < 10 && !act.equals(active(page)); presses++) {
            page.keyboard().press("Tab");
        }
        assertThat(active(page)).isEqualTo(act);
        acts(page, "Enter");
        page.keyboard().press("b");
        fills.accept(page);
        acts(page, "Enter");
    }

    private static void backToTheList(Page page) {
        page.keyboard().press("b");
        acts(page, "Enter");
    }

    /** What others decided is told by the page, and shown when asked for. */
    private static void keepsUp(Page page, BooleanSupplier wanted) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("nothing more comes").isLessThan(until);
            if (page.locator("[data-refresh]").count() > 0) {
                acts(page, "r");
            } else {
                page.waitForTimeout(200);
            }
        }
    }

    /** Presses a key that leads to another page, and waits until one may go on there. */
    private static void acts(Page page, String key) {
        page.evaluate("window.here = true");
        page.keyboard().press(key);
        page.waitForFunction("() => !window.here && document.readyState === 'complete'");
    }

    private static List<String> rows(Page page) {
        return ((Collection<?>) page.evaluate("[...document.querySelectorAll('ul.rows > li')].map(row => row.id)"))
                .stream().map(String::valueOf).toList();
    }

    /** The row in focus, as a whole or in part. */
    private static String focused(Page page) {
        return page.evaluate("document.activeElement.closest('[data-item]')?.id ?? ''")
                .toString();
    }

    private static String active(Page page) {
        return page.evaluate("document.activeElement.textContent").toString().strip();
    }

    /** The message in focus. */
    private static String told(Page page) {
        return page.evaluate("document.activeElement.matches('[data-told]') ? document.activeElement.textContent : ''")
                .toString();
    }

    // ---------------------------------------------------------------- what was there on Sunday

    private Sunday herMondayIsPutIn() throws Exception {
        rehearsed
                .system()
                .forward(Duration.ofDays(ChronoUnit.DAYS.between(
                        rehearsed.today(), rehearsed.today().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))));
        account();
        door.postCsv(COORDINATION, SCHOOLS + "import", schools());
        List<String> needs =
                texts(door.postCsv(COORDINATION, NEEDS + "/import", needsFile()).path("needs"));
        assertThat(needs).hasSize(TO_CALL + SERVED);
        door.postCsv(COORDINATION, MENTORS + "/import", mentorsFile());
        List<String> mentors = door.get(REFERENT, MENTORS)
                .valueStream()
                .filter(mentor -> mentor.path("departement").asString().equals("59"))
                .map(mentor -> mentor.path("mentor").asString())
                .toList();
        assertThat(mentors).hasSize(PAIRS / CAPACITY);

        together(needs, this::verified);
        List<String> toServe = together(
                        needs,
                        need -> door.get(REFERENT, NEEDS + "/" + need)
                                                .at("/lines/0/count")
                                                .asInt()
                                        == PLACES
                                ? Stream.of(need)
                                : Stream.<String>empty())
                .stream()
                .flatMap(found -> found)
                .toList();
        together(toServe, need -> qualified(need, toServe.indexOf(need) <= OWN ? REFERENT : COORDINATION));
        together(mentors, this::activated);
        List<List<String>> pairs = together(
                toServe,
                need -> matched(
                        need,
                        mentors.subList(2 * toServe.indexOf(need), 2 * toServe.indexOf(need) + 2),
                        toServe.indexOf(need) != OWN));
        List<String> own = pairs.subList(0, OWN).stream().flatMap(List::stream).toList();
        List<String> colleagues =
                pairs.subList(OWN + 1, SERVED).stream().flatMap(List::stream).toList();
        List<String> silent = Stream.of(own.subList(0, SPOKEN_TO), colleagues.subList(0, SILENT - SPOKEN_TO))
                .flatMap(List::stream)
                .toList();
        List<String> all = Stream.of(own, colleagues).flatMap(List::stream).toList();
        together(
                all,
                pair -> eventually(() -> silent.contains(pair)
                        ? door.get(COORDINATION, pair(pair))
                        : door.post(COORDINATION, pair(pair) + "/first-contact", Map.of("contactedOn", today()))));
        rehearsed.system().forward(Duration.ofDays(8));
        together(
                all,
                pair -> eventually(() -> {
                    JsonNode care = door.get(COORDINATION, pair(pair) + "/care");
                    assertThat(care.path("checkIns")).isNotEmpty();
                    assertThat(care.path("alerts")).hasSize(silent.contains(pair) ? 1 : 0);
                    return care;
                }));
        return new Sunday(
                door.get(REFERENT, FOLLOWUP + "staff/me").path("account").asString(), colleagues);
    }

    private void account() {
        Caller.Answer made = Caller.administrator(rehearsed.system())
                .post(
                        "/admin/realms/mentorat/users",
                        Map.of(
                                "username",
                                REFERENT,
                                "firstName",
                                "Lina",
                                "lastName",
                                "Lundi",
                                "email",
                                REFERENT + "@exemple.fr",
                                "enabled",
                                true,
                                "attributes",
                                Map.of("territory", List.of("59")),
                                "groups",
                                List.of("/referents")));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        demonstrationPassword(REFERENT);
        door.post("ops", FOLLOWUP + "ops/team", Map.of("login", REFERENT));
    }

    private void demonstrationPassword(String login) {
        door.setDemonstrationPassword(login, rehearsed.system().administratorPassword());
    }

    private JsonNode verified(String need) {
        String school =
                door.get(COORDINATION, NEEDS + "/" + need).path("structure").asString();
        JsonNode known = door.get(COORDINATION, SCHOOLS + school.replace("structure-", ""));
        return known.path("verified").asBoolean()
                ? known
                : door.post(COORDINATION, SCHOOLS + school + "/verification", Map.of());
    }

    private JsonNode qualified(String need, String by) {
        String path = NEEDS + "/" + need;
        door.post(by, path + "/assignment", Map.of());
        door.post(by, path + "/contact-attempts", Map.of("reached", true, "occurredOn", today()));
        return door.post(by, path + "/qualification", Map.of("familyLinkAcknowledged", true));
    }

    private JsonNode activated(String mentor) {
        String path = MENTORS + "/" + mentor;
        door.post(REFERENT, path + "/interview", Map.of("heldOn", today(), "passed", true));
        door.post(REFERENT, path + "/proof", Map.of("kind", "SWORN_STATEMENT", "issuedOn", today()));
        String account = door.post(REFERENT, path + "/account", Map.of())
                .path("username")
                .asString();
        demonstrationPassword(account);
        int charter = door.get(account, MENTORS + "/me").path("currentCharter").asInt();
        door.post(account, MENTORS + "/me/charter", Map.of("version", charter));
        return door.post(account, MENTORS + "/me/training", Map.of("module", "CORE"));
    }

    /** All places of a need get somebody; answers the pairs, or none where a référent has still to validate. */
    private List<String> matched(String need, List<String> mentors, boolean validated) throws Exception {
        List<String> pairs = new ArrayList<>();
        for (String mentor : mentors) {
            for (int pair = 0; pair < CAPACITY; pair++) {
                String proposal = eventually(() -> door.post(
                                COORDINATION,
                                MATCHING + "matches",
                                Map.of("need", need, "line", 1, "mentor", mentor, "reason", "OTHER")))
                        .path("proposal")
                        .asString();
                String one = MATCHING + "proposals/" + proposal;
                eventually(() -> door.post(COORDINATION, one + "/acceptance", Map.of()));
                if (validated) {
                    pairs.add(door.post(COORDINATION, one + "/validation", Map.of("override", "NOBODY_ELSE"))
                            .path("pair")
                            .asString());
                }
            }
        }
        return pairs;
    }

    private interface Step<T> {
        T of(String one) throws Exception;
    }

    /** The same for all, a few at a time; answers in their order. */
    private static <T> List<T> together(List<String> all, Step<T> step)
            throws InterruptedException, ExecutionException {
        try (ExecutorService workers = Executors.newFixedThreadPool(6)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : workers.invokeAll(
                    all.stream().<Callable<T>>map(one -> () -> step.of(one)).toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** What one service has decided is known to the next one a moment later. */
    private static <T> T eventually(Callable<T> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsMatching(failed -> failed instanceof StepRefused || failed instanceof AssertionError)
                .until(wanted, found -> found != null);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String pair(String pair) {
        return FOLLOWUP + "pairs/" + pair;
    }

    private String today() {
        return rehearsed.today().toString();
    }

    private static String uai(int number) {
        int digits = 590_900 + number;
        return "0" + digits + CHECK.charAt(digits % CHECK.length());
    }

    private static String schools() {
        return IntStream.range(0, TO_CALL + SERVED)
                .mapToObj(number -> uai(number) + ";Collège du Lundi " + (number + 1) + ";59350;Lille")
                .collect(Collectors.joining("\n", "UAI;Nom;Code_commune;Nom_commune\n", "\n"));
    }

    private static String needsFile() {
        String header = "uai;niveau;nombre;accompagnements;matieres;canaux;creneaux;public;lien_famille;"
                + "contact_nom;contact_courriel;contact_telephone\n";
        return IntStream.range(0, TO_CALL + SERVED)
                .mapToObj(number -> uai(number) + ";COLLEGE_6_5;" + (number < TO_CALL ? 2 : PLACES)
                        + ";METHOD;MATHS;VIDEO;mer 14:00-16:00;NONE;non;Contact Lundi;lundi" + number
                        + "@exemple.fr;01 99 00 30 " + (10 + number))
                .collect(Collectors.joining("\n", header, "\n"));
    }

    private static String mentorsFile() {
        String header = "prenom;nom;courriel;telephone;majeur;departement;partout;matieres;accompagnements;canaux;"
                + "creneaux;capacite;association\n";
        return IntStream.range(0, PAIRS / CAPACITY)
                .mapToObj(number -> "Malo;Lundi" + (char) ('a' + number) + ";mentor.lundi" + number
                        + "@example.org;06 39 98 41 " + (10 + number)
                        + ";oui;59;non;MATHS:CP_CE2-LYCEE_GT;METHOD;VIDEO;mer 14:00-16:00;" + CAPACITY + ";")
                .collect(Collectors.joining("\n", header, "\n"));
    }
}
