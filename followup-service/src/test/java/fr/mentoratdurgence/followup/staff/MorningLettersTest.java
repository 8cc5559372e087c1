package fr.mentoratdurgence.followup.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.mentors.v1.MentorHeldForReview;
import fr.mentoratdurgence.contracts.mentors.v1.MentorReviewEnded;
import fr.mentoratdurgence.contracts.needs.v1.ContactAttempted;
import fr.mentoratdurgence.contracts.needs.v1.NeedContactOverdue;
import fr.mentoratdurgence.contracts.needs.v1.NeedReferentAssigned;
import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.Heard;
import fr.mentoratdurgence.local.parts.MailPart;
import fr.mentoratdurgence.local.parts.MailPart.Caught;
import fr.mentoratdurgence.platform.CallsWaiting;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.letters.Correspondents;
import fr.mentoratdurgence.platform.letters.EachLetter;
import fr.mentoratdurgence.platform.letters.LetterPreferences;
import fr.mentoratdurgence.platform.letters.Rhythm;
import fr.mentoratdurgence.platform.test.FakeKeycloak;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a référent is told in the morning, and at once. */
@FollowupTest
@DirtiesContext // its parts are its own: a second service would tell the others' facts again
class MorningLettersTest {
    private static final FakeKeycloak KEYCLOAK = new FakeKeycloak();
    private static final MailPart MAIL = MailPart.start(0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String email = "matin-" + UUID.randomUUID() + "@exemple.fr";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext service;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Inbox inbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private LetterPreferences preferences;

    @Autowired
    private PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry settings) {
        settings.add("accounts.realm", KEYCLOAK::realm);
        settings.add("accounts.client-secret", () -> "secret");
        settings.add("spring.mail.port", MAIL::port);
        settings.add("mentorat.letters.every", () -> "200ms");
        settings.add("followup.morning-watch", () -> "200ms");
    }

    @Test
    void what_waits_comes_at_half_past_seven_in_figures_with_the_promised_call_first() {
        String staff = invited("08");
        String account = Tokens.account(staff);
        String late = Heard.id("need");
        hear(Heard.need(late, "08", "NONE", today().minusDays(6)));
        hear(Heard.need(Heard.id("need"), "08", "NONE", today()));
        hear(Heard.need(Heard.id("need"), "08", "REP", today()));
        hear(new NeedReferentAssigned(late, account));
        hear(new NeedContactOverdue(late, today().minusDays(1)));
        clock.forward(Duration.ofDays(3)); // the first contact is late
        String pair = Heard.id("pair");
        hear(Heard.match(pair, account, Heard.id("mentor"), "structure-0080001A", "08"));
        clock.forward(Duration.ofDays(10));
        await().atMost(PATIENCE)
                .until(() -> db.sql("select first_contact_overdue from pair where pair = ?")
                        .param(pair)
                        .query(Boolean.class)
                        .optional()
                        .orElse(false));

        morning("Europe/Paris", LocalTime.of(7, 20));
        await().atMost(PATIENCE).until(() -> state(staff).equals("WAITING"));
        assertThat(mornings()).isEmpty();
        morning("Europe/Paris", LocalTime.of(7, 31));

        await().atMost(PATIENCE).until(() -> !mornings().isEmpty());
        Caught letter = mornings().getFirst();
        assertThat(letter.subject()).isEqualTo("Ce qui attend ce matin (4)");
        assertThat(letter.plain())
                .contains("D’abord : un appel promis est en retard")
                .contains("Ensuite : un premier contact n’est pas confirmé ; 2 besoins sont à rappeler.")
                .doesNotContain("0080001A", pair, late);
        assertThat(letter.stop()).contains("/arret/MORNING");

        // the call was made, though nobody answered: it is no longer late
        hear(new ContactAttempted(late, account, false, today()));
        morning("Europe/Paris", LocalTime.of(7, 31));
        await().atMost(PATIENCE).until(() -> mornings().size() == 2);
        assertThat(mornings().getLast().plain())
                .contains("D’abord : un premier contact n’est pas confirmé")
                .contains("Ensuite : 3 besoins sont à rappeler");

        // who wants none gets none; the page says so
        String page = new Http(port)
                .as(Tokens.of(staff, List.of("referent"), List.of("08"), null, null))
                .get("/suivi/courriers")
                .body();
        assertThat(page).contains("Ce qui attend, à 7 h 30", "value=\"DAILY\"").doesNotContain("value=\"AT_ONCE\"");
        preferences.prefer(staff, null, Rhythm.NEEDED_ONLY);
        morning("Europe/Paris", LocalTime.of(7, 31));
        await().atMost(PATIENCE).until(() -> state(staff).equals("HELD_BACK"));
        assertThat(mornings()).hasSize(2);
    }

    @Test
    void nothing_waiting_is_no_letter_and_the_morning_is_that_of_the_territory() {
        String staff = invited("974");
        morning("Indian/Reunion", LocalTime.of(7, 20));
        await().atMost(PATIENCE).until(() -> state(staff).equals("WAITING"));
        morning("Indian/Reunion", LocalTime.of(7, 31));
        await().atMost(PATIENCE).until(() -> state(staff).equals("CANCELLED"));
        assertThat(mornings()).isEmpty();

        hear(Heard.need(Heard.id("need"), "974", "NONE", today()));
        morning("Indian/Reunion", LocalTime.of(7, 31));
        await().atMost(PATIENCE).until(() -> mornings().size() == 1);
        assertThat(mornings().getFirst().plain()).contains("D’abord : un besoin est à rappeler", "rien d’autre");
    }

    @Test
    void whom_no_letter_of_another_service_reached_is_counted_in_the_morning_as_long_as_that_was_said_lately() {
        String staff = invited("19");
        Instant morning = next("Europe/Paris", LocalTime.of(7, 31));
        inbox.heard("/mentor-service", unreached(morning, 1, Map.of("19", 2, "75", 40)));
        inbox.heard("/needs-service", unreached(morning, 1, Map.of("19", 1)));
        inbox.heard("/needs-service", unreached(morning, 2, Map.of("19", 9))); // arrives late: the newer one stands
        morning("Europe/Paris", LocalTime.of(7, 31));
        await().atMost(PATIENCE).until(() -> mornings().size() == 1);
        assertThat(mornings().getFirst().plain())
                .contains("D’abord : 3 personnes qu’aucun courrier n’a atteintes sont à appeler", "rien d’autre");

        // of services that fell silent nothing is said, and here nothing else waits
        morning("Europe/Paris", LocalTime.of(7, 31));
        await().atMost(PATIENCE).until(() -> state(staff).equals("CANCELLED"));
        assertThat(mornings()).hasSize(1);
    }

    private static CallsWaiting unreached(Instant morning, int hoursBefore, Map<String, Integer> calls) {
        return new CallsWaiting(morning.minus(Duration.ofHours(hoursBefore)), calls);
    }

    @Test
    void who_follows_a_pair_of_a_mentor_who_is_looked_into_is_told_at_once_also_at_night() {
        String staff = invited("09");
        String mentor = Heard.id("mentor");
        MatchConfirmed match = Heard.match(Heard.id("pair"), Tokens.account(staff), mentor, "structure-0090001A", "09");
        hear(match);
        await().atMost(PATIENCE)
                .until(() -> db.sql("select count(*) from pair where mentor = ?")
                                .param(mentor)
                                .query(Integer.class)
                                .single()
                        == 1);
        morning("Europe/Paris", LocalTime.of(2, 0));

        hear(new MentorHeldForReview(mentor, today()));

        await().atMost(PATIENCE).until(() -> caught("PAIR_TO_REVIEW").size() == 1);
        assertThat(caught("PAIR_TO_REVIEW").getFirst().plain())
                .contains("Regardez-le aujourd’hui", "/suivi?voir=alertes")
                .doesNotContain(mentor, "0090001A");
        hear(new MentorReviewEnded(mentor, today()));
        hear(new MentorHeldForReview(Heard.id("mentor"), today()));
        assertThat(caught("PAIR_TO_REVIEW")).as("another mentor's pair").hasSize(1);
    }

    @Test
    void each_kind_of_letter_to_the_team_has_all_its_words_on_every_channel() {
        String staff = invited("10");
        db.sql("update staff_place set account = null where staff = ?")
                .param(staff)
                .update();
        nadia().postForm("/suivi/equipe/" + staff + "/compte", Map.of());
        String account = "account-" + KEYCLOAK.usersAt(email).getFirst();
        String late = Heard.id("need");
        hear(Heard.need(late, "10", "NONE", today())); // the morning has something to say
        hear(new NeedContactOverdue(late, today().minusDays(1)));
        EachLetter letters = EachLetter.of(service);
        Map<String, String> parameters =
                Map.of("account", account, "on", today().toString(), "concern", "concern-" + UUID.randomUUID());

        assertThat(letters.kinds()).hasSameSizeAs(StaffLetter.values());
        letters.kinds().forEach(kind -> letters.hasItsWords(kind, staff, parameters));
    }

    @Test
    void a_promise_to_a_school_that_is_not_kept_is_told_to_who_follows_it_and_who_answers_for_it_once_a_day() {
        String follows = invited("12");
        String elsewhere = invited("13");
        String coordinator = invited("COORDINATOR", "12", "retard-" + email);
        String account = db.sql("select account from staff_place where staff = ?")
                .param(follows)
                .query(String.class)
                .single();
        List<String> late = List.of(Heard.id("need"), Heard.id("need"));
        late.forEach(need -> {
            hear(Heard.need(need, "12", "NONE", today().minusDays(6)));
            hear(new NeedReferentAssigned(need, account));
            hear(new NeedContactOverdue(need, today().minusDays(1)));
        });
        String called = Heard.id("need");
        hear(Heard.need(called, "13", "NONE", today().minusDays(6)));
        hear(new ContactAttempted(called, account, false, today()));
        hear(new NeedContactOverdue(called, today().minusDays(1)));

        assertThat(db.sql("select person from letter where kind = 'CALL_OVERDUE' and person in (:people)")
                        .param("people", List.of(follows, elsewhere, coordinator))
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(follows, coordinator);
        Correspondents people = service.getBean(Correspondents.class);
        Map<String, String> on = Map.of("on", today().toString());
        assertThat(people.content(StaffLetter.CALL_OVERDUE, coordinator, on)
                        .orElseThrow()
                        .words())
                .containsEntry("nombre", "2")
                .containsEntry("retard", "2 appels promis sont en retard et quelqu’un les attend");
        assertThat(people.content(StaffLetter.CALL_OVERDUE, elsewhere, on))
                .as("all were called meanwhile")
                .isEmpty();
    }

    @Test
    void on_mondays_a_coordinator_reads_the_figures_of_the_whole_territory_and_a_referent_does_not() {
        String referent = invited("11");
        String coordinator = invited("COORDINATOR", "66", "semaine-" + email);
        String late = Heard.id("need");
        hear(Heard.need(late, "66", "NONE", today().minusDays(6)));
        hear(Heard.need(Heard.id("need"), "66", "NONE", today()));
        hear(new NeedReferentAssigned(late, Tokens.account("somebody-else")));
        hear(new NeedContactOverdue(late, today().minusDays(1)));

        ZonedDateTime now = clock.instant().atZone(ZoneId.of("Europe/Paris"));
        clock.forward(Duration.between(
                now, now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(LocalTime.of(7, 31))));

        List<Caught> weekly = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            weekly.addAll(MAIL.letters().stream()
                    .filter(letter -> letter.kind().equals("WEEKLY"))
                    .toList());
            return !weekly.isEmpty();
        });
        Caught letter = weekly.getFirst();
        assertThat(letter.to()).isEqualTo("semaine-" + email);
        assertThat(letter.subject()).isEqualTo("Vos territoires, ce lundi (besoins à rappeler : 2)");
        assertThat(letter.plain())
                .contains("Besoins à rappeler : 2 ; au-delà du jour promis : un", "aucune n’est ouverte", "/suivi")
                .doesNotContain(late);
        assertThat(letter.stop()).contains("/arret/WEEKLY");
        assertThat(db.sql("select count(*) from letter where person = ? and kind = 'WEEKLY'")
                        .param(referent)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(db.sql("select count(*) from letter where person = ? and kind = 'WEEKLY'")
                        .param(coordinator)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_desk_is_handed_over_until_a_day_with_one_letter_and_comes_back_by_itself() {
        String owner = invited("32");
        String colleague = invited("32");
        String elsewhere = invited("33");
        morning("Europe/Paris", LocalTime.of(10, 0));
        Http own = new Http(port).as(Tokens.of(owner, List.of("referent"), List.of("32"), null, null));
        List<String> pairs = List.of(Heard.id("pair"), Heard.id("pair"));
        pairs.forEach(
                pair -> hear(Heard.match(pair, Tokens.account(owner), Heard.id("mentor"), "structure-0320001A", "32")));
        await().atMost(PATIENCE).until(() -> followedBy(owner).size() == 2);

        assertThat(own.get("/suivi/passation").body())
                .contains(pairs.getFirst(), pairs.getLast(), Tokens.account(colleague), "2 binômes ensuite")
                .doesNotContain(Tokens.account(elsewhere), "??");
        String desk = "binome=" + pairs.getFirst() + "&binome=" + pairs.getLast();
        assertThat(own.postForm("/suivi/passation?" + desk, Map.of("a", Tokens.account(elsewhere)))
                        .body())
                .contains("ne couvre pas le département 32");
        assertThat(own.postForm("/suivi/passation?" + desk, Map.of("a", Tokens.account(colleague), "de", "account-x"))
                        .status())
                .isEqualTo(403);
        String until = today().plusDays(3).toString();
        assertThat(own.postForm("/suivi/passation?" + desk, Map.of("a", Tokens.account(colleague), "jusquAu", until))
                        .status())
                .isEqualTo(303);

        assertThat(followedBy(colleague)).containsExactlyInAnyOrderElementsOf(pairs);
        assertThat(caught("HANDOVER_RECEIVED")).as("it can still be undone").isEmpty();
        clock.forward(Duration.ofMinutes(11));
        await().atMost(PATIENCE).until(() -> caught("HANDOVER_RECEIVED").size() == 1);
        assertThat(caught("HANDOVER_RECEIVED").getFirst().plain())
                .contains("des binômes que vous suivez maintenant, jusqu’au")
                .doesNotContain("{", "null");
        clock.forward(Duration.ofDays(5));
        await().atMost(PATIENCE).until(() -> followedBy(owner).size() == 2);
        clock.forward(Duration.ofMinutes(11));
        await().atMost(PATIENCE).until(() -> caught("HANDOVER_RECEIVED").size() == 2);
        assertThat(own.get("/suivi/binomes/" + pairs.getFirst()).body())
                .contains("Pour un temps, le suivi passe à", "Le suivi passe à");
        assertThat(caught("HANDOVER_RECEIVED").getLast().plain()).contains("à partir d’aujourd’hui");
    }

    @Test
    void many_pairs_go_to_one_colleague_and_who_cannot_have_one_is_said_beside_it() {
        String owner = invited("35");
        String colleague = invited("35");
        morning("Europe/Paris", LocalTime.of(10, 0));
        Http own = new Http(port).as(Tokens.of(owner, List.of("referent"), List.of("35", "36"), null, null));
        String first = Heard.id("pair");
        String second = Heard.id("pair");
        String elsewhere = Heard.id("pair");
        String others = Heard.id("pair");
        hear(Heard.match(first, Tokens.account(owner), Heard.id("mentor"), "structure-0350001A", "35"));
        hear(Heard.match(second, Tokens.account(owner), Heard.id("mentor"), "structure-0350001A", "35"));
        hear(Heard.match(elsewhere, Tokens.account(owner), Heard.id("mentor"), "structure-0360001A", "36"));
        hear(Heard.match(others, Tokens.account("autre"), Heard.id("mentor"), "structure-0350001A", "35"));
        String rows = Stream.of(first, second, elsewhere, others)
                .map(pair -> "choix=" + pair)
                .collect(Collectors.joining("&"));

        assertThat(own.postForm("/suivi/lot/confier?" + rows, Map.of()).body())
                .contains(Tokens.account(colleague), "seule la coordination peut le confier")
                .doesNotContain("??");
        assertThat(own.postForm("/suivi/lot/confier/fait?" + rows, Map.of()).body())
                .contains("Dites à qui");
        Map<String, String> sent = Map.of("a", Tokens.account(colleague), "commande", "confier-" + owner);
        for (int time = 0; time < 2; time++) {
            assertThat(own.postForm("/suivi/lot/confier/fait?" + rows, sent)
                            .body()
                            .replace('\u00a0', ' '))
                    .contains(
                            "2 lignes : c’est fait.",
                            "2 lignes n’ont pas été faites",
                            "ne couvre pas le département 36");
        }
        assertThat(followedBy(colleague)).containsExactlyInAnyOrder(first, second);
        assertThat(handOvers(colleague, "WAITING"))
                .as("one letter for all of them, once")
                .isEqualTo(1);

        clock.forward(Duration.ofMinutes(1));
        assertThat(new Http(port)
                        .as(Tokens.of(colleague, List.of("referent"), List.of("35"), null, null))
                        .postForm(
                                "/suivi/binomes/" + second + "/premier-contact",
                                Map.of("contactLe", today().toString()))
                        .status())
                .isEqualTo(303);
        String done = own.postForm("/suivi/lot/confier/fait?" + rows, sent).body();
        Map<String, String> undo = Map.of(
                "a",
                Tokens.account(colleague),
                "lot",
                done.replaceAll("(?s).*name=\"lot\" value=\"([^\"]*)\".*", "$1"));
        assertThat(own.postForm("/suivi/lot/confier/annulation?choix=" + first + "&choix=" + second, undo)
                        .body()
                        .replace('\u00a0', ' '))
                .contains("Une ligne est annulée.", "Une ligne reste comme elle est", "quelqu’un s’est déjà appuyé");
        assertThat(followedBy(colleague)).containsExactly(second);
        assertThat(handOvers(colleague, "WAITING")).as("what stays is told").isEqualTo(1);
    }

    private int handOvers(String colleague, String state) {
        return db.sql("select count(*) from letter where person = ? and kind = 'HANDOVER_RECEIVED' and state = ?")
                .params(colleague, state)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_hand_over_by_the_api_goes_whole_or_not_at_all_and_is_undone_without_a_letter() {
        String owner = invited("36");
        String colleague = invited("36");
        morning("Europe/Paris", LocalTime.of(10, 0));
        Http own = new Http(port).as(Tokens.of(owner, List.of("referent"), List.of("36"), null, null));
        List<String> pairs = List.of(Heard.id("pair"), Heard.id("pair"));
        pairs.forEach(
                pair -> hear(Heard.match(pair, Tokens.account(owner), Heard.id("mentor"), "structure-0360001A", "36")));
        await().atMost(PATIENCE).until(() -> followedBy(owner).size() == 2);
        String api = "/api/followup/v1/hand-overs";
        Map<String, Object> asked = Map.of("pairs", pairs, "to", Tokens.account(colleague));

        assertThat(own.post(api, Map.of("pairs", pairs, "to", "account-nobody")).status())
                .isEqualTo(422);
        assertThat(own.post(
                                api,
                                Map.of(
                                        "pairs",
                                        pairs,
                                        "to",
                                        Tokens.account(colleague),
                                        "until",
                                        today().minusDays(1).toString()))
                        .status())
                .isEqualTo(422);
        assertThat(followedBy(owner)).as("none of them went").hasSize(2);
        assertThat(own.post(api, asked).body()).contains("\"pairs\":2");
        assertThat(followedBy(colleague)).containsExactlyInAnyOrderElementsOf(pairs);
        assertThat(own.post(api + "/undoing", Map.of()).body()).contains("\"pairs\":2");
        assertThat(followedBy(owner)).containsExactlyInAnyOrderElementsOf(pairs);
        assertThat(own.post(api + "/undoing", Map.of()).status()).isEqualTo(409);
        clock.forward(Duration.ofMinutes(11));
        assertThat(db.sql("select count(*) from letter where person = ? and state in ('WAITING', 'SENT')")
                        .param(colleague)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> followedBy(String staff) {
        return db.sql("select pair from pair where referent = ?")
                .param(Tokens.account(staff))
                .query(String.class)
                .list();
    }

    private String invited(String territory) {
        return invited("REFERENT", territory, email);
    }

    private String invited(String role, String territory, String address) {
        Map<String, String> form = new HashMap<>(Map.of("prenom", "Awa", "nom", "Benali", "role", role));
        form.putAll(Map.of("email", address, "telephone", "01 40 00 00 00", "territoires", territory));
        String staff = nadia().postForm("/suivi/equipe", form)
                .response()
                .headers()
                .firstValue("Just-Done")
                .orElseThrow()
                .split("~", -1)[1];
        db.sql("update staff_place set account = ? where staff = ?")
                .params(Tokens.account(staff), staff)
                .update();
        return staff;
    }

    private Http nadia() {
        return new Http(port).as(Tokens.of("nadia", List.of("coordinator"), List.of("*"), null, null));
    }

    /** The next time that it is so late there. */
    private void morning(String zone, LocalTime time) {
        clock.forward(Duration.between(clock.instant(), next(zone, time)));
    }

    private Instant next(String zone, LocalTime time) {
        ZonedDateTime now = clock.instant().atZone(ZoneId.of(zone));
        ZonedDateTime then = now.with(time);
        return (then.isAfter(now) ? then : then.plusDays(1)).toInstant();
    }

    private LocalDate today() {
        return OperationDay.of(clock.instant());
    }

    private String state(String staff) {
        return db.sql("select state from letter where person = ? and kind = 'MORNING' order by position desc limit 1")
                .param(staff)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private List<Caught> mornings() {
        return caught("MORNING");
    }

    private List<Caught> caught(String kind) {
        return MAIL.letters().stream()
                .filter(letter -> letter.kind().equals(kind) && letter.to().equals(email))
                .toList();
    }

    private void hear(Object contract) {
        Instant at = clock.instant();
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> inbox.hearing().on(Heard.event(contract, at)));
    }
}
