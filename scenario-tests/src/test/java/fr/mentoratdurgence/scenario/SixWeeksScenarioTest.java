package fr.mentoratdurgence.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.cli.Door;
import fr.mentoratdurgence.cli.StepRefused;
import fr.mentoratdurgence.local.LocalSystem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Six weeks of a pair in the spring of 2020, on the clock of the crisis, with all three sides: from the introduction to
 * the farewell, and the bilan says what was lived. The whole system is put forward from one day to the next.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SixWeeksScenarioTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STRUCTURE = "ecole";
    private static final String REFERENT = "referente";
    private static final String COLLEAGUE = "referent2";
    private static final String COORDINATION = "coordination";
    private static final String ANALYST = "analyste";
    private static final String FOLLOWUP = "/api/followup/v1/";
    private static final String MATCHING = "/api/matching/v1/";

    private static final LocalSystem system = RunningSystem.get().system();
    private static final Door door = RunningSystem.get().door();

    @Test
    void six_weeks_of_a_pair_are_lived_and_the_bilan_says_so() {
        Instant begun = system.clock().instant();
        Map<String, BigDecimal> before = figures();

        Match first = match();
        theTwoAreIntroducedAndNobodyConfirms(first);
        aWeekAfterTheBeginningAllThreeSidesSayHowItGoes(first);
        aSessionIsToldByBothSidesAndAnotherIsCorrected(first);
        theYoungPersonDoesNotComeThreeTimes(first);
        theReferentIsAwayForThreeDays(first);
        theStructureAsksForAPause(first);
        theMentorIsWorried(first);
        theMentorLeaves(first);

        Match second = match();
        theSecondPairLivesToTheEndAndGoesOnInPerson(second);
        assertThat(Duration.between(begun, system.clock().instant())).isGreaterThan(Duration.ofDays(42));

        Map<String, Integer> lived = Map.ofEntries(
                Map.entry("pairs.opened", 2),
                Map.entry("pairs.first-contact-confirmed", 2),
                Map.entry("sessions.held", 4),
                Map.entry("sessions.missed", 3),
                Map.entry("pairs.interrupted", 1),
                Map.entry("pairs.interrupted[MENTOR_NO_TIME]", 1),
                Map.entry("pairs.closed-as-planned", 1),
                Map.entry("supports.given[METHOD]", 1),
                Map.entry("checkins.answered", 3),
                Map.entry("checkins.answered[REFERENT]", 1),
                Map.entry("checkins.answered[4]", 2),
                Map.entry("checkins.poor", 0),
                Map.entry("alerts.raised[NO_SHOW_STREAK]", 1),
                Map.entry("alerts.open[NO_SHOW_STREAK]", 0),
                Map.entry("alerts.resolved[NEW_TIMES_AGREED]", 1),
                Map.entry("referents.hand-overs[FOR_A_TIME]", 1),
                Map.entry("referents.hand-overs[BACK]", 1),
                Map.entry("pauses.told[YOUTH_AWAY]", 1),
                Map.entry("seats.afterwards[REPLACE]", 1),
                Map.entry("checkins.themes[GOOD_RELATION]", 1),
                Map.entry("exits.again[MENTOR]", 1));
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, BigDecimal> after = figures();
            assertThat(lived)
                    .allSatisfy((figure, times) ->
                            assertThat(grown(figure, before, after)).as(figure).isEqualByComparingTo("" + times));
            assertThat(grown("sessions.hours", before, after)).isBetween(new BigDecimal("3.6"), new BigDecimal("3.9"));
        });
    }

    // ---------------------------------------------------------------- what is lived

    /** D+2, D+5: both sides are asked; the structure answers at last. */
    private void theTwoAreIntroducedAndNobodyConfirms(Match pair) {
        door.post(STRUCTURE, pair.path("/introduction"), Map.of("introducedOn", today()));
        int awaited = letters("FIRST_CONTACT_AWAITED");
        int missing = letters("FIRST_CONTACT_MISSING");
        forward(3);
        awaitLetter("FIRST_CONTACT_AWAITED", awaited + 1);
        forward(2);
        awaitLetter("FIRST_CONTACT_MISSING", missing + 1);
        door.post(STRUCTURE, pair.path("/first-contact"), Map.of("contactedOn", today()));
    }

    private void aWeekAfterTheBeginningAllThreeSidesSayHowItGoes(Match pair) {
        forward(2);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(care(pair).path("checkIns")).isNotEmpty());
        door.post(pair.mentor(), pair.path("/check-ins"), Map.of("health", 5, "themes", List.of("GOOD_RELATION")));
        door.post(STRUCTURE, pair.path("/check-ins"), Map.of("health", 4));
        door.post(REFERENT, pair.path("/check-ins"), Map.of("health", 4));
        assertThatThrownBy(() -> door.post(STRUCTURE, pair.path("/check-ins"), Map.of("health", 1)))
                .as("the same check-in twice")
                .isInstanceOf(StepRefused.class);
    }

    private void aSessionIsToldByBothSidesAndAnotherIsCorrected(Match pair) {
        Map<String, ?> session = Map.of("heldOn", today(), "minutes", 60, "channel", "VIDEO");
        String told = session(pair.mentor(), pair, session);
        assertThat(session(STRUCTURE, pair, session))
                .as("what the other side confirms")
                .isEqualTo(told);
        forward(2);
        String mistyped = session(pair.mentor(), pair, Map.of("heldOn", today(), "minutes", 145, "channel", "PHONE"));
        door.post(
                pair.mentor(),
                pair.path("/sessions/" + mistyped + "/correction"),
                Map.of("heldOn", today(), "minutes", 45, "channel", "PHONE", "reason", "MISTYPED"));
    }

    private void theYoungPersonDoesNotComeThreeTimes(Match pair) {
        for (String alert : List.of("", "NO_SHOW_QUESTION", "NO_SHOW_STREAK")) {
            forward(2);
            door.post(
                    pair.mentor(),
                    pair.path("/missed-sessions"),
                    Map.of("plannedOn", today(), "missedBy", "YOUTH", "excused", false));
            if (!alert.isEmpty()) {
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(openAlerts(pair)).as(alert).contains(alert));
            }
        }
        assertThat(openAlerts(pair)).as("the heavier one says it").doesNotContain("NO_SHOW_QUESTION");
        door.post(
                REFERENT,
                pair.path("/calls"),
                Map.of("partner", "STRUCTURE", "reason", "ABSENCES", "reached", true, "calledOn", today()));
        door.post(REFERENT, pair.path("/alerts/NO_SHOW_STREAK/resolution"), Map.of("outcome", "NEW_TIMES_AGREED"));
        assertThat(openAlerts(pair)).doesNotContain("NO_SHOW_STREAK");
    }

    /** A colleague follows the pair for that time: it goes back by itself, and all sides are told both times. */
    private void theReferentIsAwayForThreeDays(Match pair) {
        String own = account(REFERENT);
        String colleague = account(COLLEAGUE);
        assertThat(followedBy(pair)).isEqualTo(own);
        int received = letters("HANDOVER_RECEIVED");
        int told = letters("REFERENT_CHANGED");
        LocalDate until = LocalDate.parse(today()).plusDays(3);
        door.post(
                REFERENT,
                FOLLOWUP + "hand-overs",
                Map.of("pairs", List.of(pair.pair()), "to", colleague, "until", until.toString()));
        assertThat(followedBy(pair)).isEqualTo(colleague);
        awaitPastTheUndo("HANDOVER_RECEIVED", received + 1);
        awaitPastTheUndo("REFERENT_CHANGED", told + 2);
        forward(4);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(followedBy(pair)).isEqualTo(own));
        awaitPastTheUndo("REFERENT_CHANGED", told + 4);
    }

    private void theStructureAsksForAPause(Match pair) {
        forward(1);
        LocalDate until = LocalDate.parse(today()).plusDays(6);
        int paused = letters("PAIR_PAUSED");
        door.post(
                STRUCTURE,
                pair.path("/pause"),
                Map.of("reason", "YOUTH_AWAY", "from", today(), "until", until.toString()));
        awaitLetter("PAIR_PAUSED", paused + 1);
        forward(7);
        session(
                pair.mentor(),
                pair,
                Map.of("heldOn", today(), "minutes", 60, "channel", "VIDEO", "support", List.of("METHOD")));
        assertThat(openAlerts(pair)).as("the days of a pause are no silence").doesNotContain("SILENCE");
    }

    /** A doubt does not end the pair, and opens the text to who is in charge alone. */
    private void theMentorIsWorried(Match pair) {
        forward(1);
        String concern = door.post(
                        pair.mentor(),
                        FOLLOWUP + "concerns",
                        Map.of("about", pair.pair(), "worry", "DISTRESS", "text", "Semble très fatigué, parle peu."))
                .path("concern")
                .asString();
        String path = FOLLOWUP + "concerns/" + concern;
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                door.get(COORDINATION, FOLLOWUP + "concerns").toString())
                        .contains(concern));
        assertThatThrownBy(() -> door.get(ANALYST, path)).isInstanceOf(StepRefused.class);
        door.post(COORDINATION, path + "/acknowledgement", Map.of());
        assertThat(door.get(COORDINATION, path + "/text").path("text").asString())
                .contains("fatigué");
        door.post(COORDINATION, path + "/steps", Map.of("step", "STRUCTURE_CALLED"));
        door.post(COORDINATION, path + "/closure", Map.of("reason", "SUPPORT_GIVEN"));
        assertThat(pairNow(REFERENT, pair).path("status").asString()).isEqualTo("LIVE");
    }

    private void theMentorLeaves(Match pair) {
        forward(3);
        int left = letters("MENTOR_LEAVES");
        Map<String, ?> leaves =
                Map.of("side", "MENTOR", "reason", "MENTOR_NO_TIME", "afterwards", "REPLACE", "endedOn", today());
        door.post(REFERENT, pair.path("/interruption"), Map.of("side", "YOUTH", "reason", "SCHEDULE"));
        door.post(REFERENT, pair.path("/undoing"), theEnd(pair));
        assertThat(pairNow(REFERENT, pair).path("status").asString())
                .as("a click too many")
                .isEqualTo("LIVE");
        door.post(REFERENT, pair.path("/interruption"), leaves);
        system.forward(Duration.ofMinutes(11));
        awaitLetter("MENTOR_LEAVES", left + 1);
        assertThat(letters("MENTOR_LEAVES")).isEqualTo(left + 1);
        assertThatThrownBy(() -> door.post(REFERENT, pair.path("/undoing"), theEnd(pair)))
                .as("too late")
                .isInstanceOf(StepRefused.class);
        door.post(
                REFERENT,
                pair.path("/exit-interview"),
                Map.of("side", "MENTOR", "outcome", "HELPED", "again", true, "heldOn", today()));
    }

    /** What is taken back is named. */
    private Map<String, ?> theEnd(Match pair) {
        for (JsonNode fact : door.get(REFERENT, pair.path("/facts"))) {
            if (fact.path("kind").asString().equals("INTERRUPTED")) {
                return Map.of("fact", fact.path("id").asString());
            }
        }
        throw new IllegalStateException("it was not interrupted");
    }

    private void theSecondPairLivesToTheEndAndGoesOnInPerson(Match pair) {
        door.post(REFERENT, pair.path("/first-contact"), Map.of("contactedOn", today()));
        forward(2);
        session(STRUCTURE, pair, Map.of("heldOn", today(), "minutes", 60, "channel", "VIDEO"));
        forward(14);
        door.post(REFERENT, pair.path("/closure"), Map.of("planned", true, "endedOn", today()));
        door.post(COORDINATION, pair.path("/continuation"), Map.of("association", "AFEV", "proposedOn", today()));
        door.post(
                COORDINATION,
                pair.path("/continuation/answer"),
                Map.of("agreed", true, "side", "STRUCTURE", "answeredOn", today()));
    }

    // ---------------------------------------------------------------- how it is done

    private record Match(String pair, String mentor) {
        String path(String act) {
            return FOLLOWUP + "pairs/" + pair + act;
        }
    }

    /** The next free place of the structure, with the first mentor who fits. */
    private static Match match() {
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(StepRefused.class)
                .until(
                        () -> proposals()
                                .flatMap(SixWeeksScenarioTest::tried)
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private record Asked(String need, int line, String login, String mentor) {}

    private static Stream<Asked> proposals() {
        return door.get(STRUCTURE, "/api/needs/v1/needs")
                .valueStream()
                .flatMap(need -> need.path("lines")
                        .valueStream()
                        .flatMap(line -> RunningSystem.get().mentors().stream()
                                .map(login -> new Asked(
                                        need.path("need").asString(),
                                        line.path("line").asInt(),
                                        login,
                                        door.get(login, "/api/mentors/v1/mentors/me")
                                                .at("/mentor/mentor")
                                                .asString()))));
    }

    private static Stream<Match> tried(Asked asked) {
        try {
            String proposal = door.post(
                            REFERENT,
                            MATCHING + "matches",
                            Map.of(
                                    "need", asked.need(),
                                    "line", asked.line(),
                                    "mentor", asked.mentor(),
                                    "reason", "STRUCTURE_ASKED"))
                    .path("proposal")
                    .asString();
            String path = MATCHING + "proposals/" + proposal;
            door.post(asked.login(), path + "/acceptance", Map.of());
            String pair = door.post(COORDINATION, path + "/validation", Map.of("override", "NOBODY_ELSE"))
                    .path("pair")
                    .asString();
            Match match = new Match(pair, asked.login());
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(StepRefused.class)
                    .until(() ->
                            pairNow(REFERENT, match).path("status").asString().equals("LIVE"));
            return Stream.of(match);
        } catch (StepRefused doesNotFit) {
            return Stream.empty();
        }
    }

    private static String session(String account, Match pair, Map<String, ?> told) {
        return door.post(account, pair.path("/sessions"), told).path("session").asString();
    }

    private static JsonNode pairNow(String account, Match pair) {
        return door.get(account, pair.path(""));
    }

    private static JsonNode care(Match pair) {
        return door.get(REFERENT, pair.path("/care"));
    }

    private static List<String> openAlerts(Match pair) {
        return care(pair)
                .path("alerts")
                .valueStream()
                .filter(alert -> !alert.path("resolvedOn").isString())
                .map(alert -> alert.path("kind").asString())
                .toList();
    }

    /** Letters that can be taken back wait for ten minutes from when their service has heard of it. */
    private static void awaitPastTheUndo(String kind, int atLeast) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            system.forward(Duration.ofMinutes(11));
            assertThat(letters(kind)).as(kind).isGreaterThanOrEqualTo(atLeast);
        });
    }

    private static void awaitLetter(String kind, int atLeast) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(Caught.of(system.addresses()).ofKind(kind)).hasSizeGreaterThanOrEqualTo(atLeast));
    }

    private static void forward(int days) {
        system.forward(Duration.ofDays(days));
    }

    private static String today() {
        return RunningSystem.get().today().toString();
    }

    private static Map<String, BigDecimal> figures() {
        return RunningSystem.get().figures();
    }

    private static BigDecimal grown(String figure, Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        return after.getOrDefault(figure, BigDecimal.ZERO).subtract(before.getOrDefault(figure, BigDecimal.ZERO));
    }

    private static String account(String login) {
        return door.get(login, FOLLOWUP + "staff/me").path("account").asString();
    }

    private static String followedBy(Match pair) {
        return pairNow(COORDINATION, pair).at("/terms/referent").asString();
    }

    private static int letters(String kind) {
        return Caught.of(system.addresses()).ofKind(kind).size();
    }
}
