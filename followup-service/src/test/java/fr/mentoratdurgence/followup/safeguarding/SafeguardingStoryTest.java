package fr.mentoratdurgence.followup.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MentorExcluded;
import fr.mentoratdurgence.contracts.matching.v1.MentorHeld;
import fr.mentoratdurgence.contracts.mentors.v1.MentorApplied;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.needs.v1.ContactErased;
import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.Heard;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.links.LinkStatement;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** « Quelque chose m'inquiète », from the first word to the end of its text. */
@FollowupTest
class SafeguardingStoryTest {
    private static final String API = "/api/followup/v1/concerns";
    private static final String STRUCTURE = "structure-0310001A";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MovableClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String mentor = Heard.id("mentor");
    private final String team = Tokens.referent("31", "32");
    private final MatchConfirmed match = matched();

    @Test
    void a_mentor_says_it_in_two_clicks_and_only_who_answers_for_the_pair_reads_it() {
        hear(match);
        String pair = match.pair();
        Http asMentor = as(Tokens.mentor(mentor));
        String address = "/suivi/inquietude?de=" + pair;
        assertThat(asMentor.get("/suivi/binomes/" + pair).body()).contains("href=\"" + address + "\"");
        assertThat(page(asMentor, address)).contains("Mon binôme avec l’établissement", "119", "tel:17");

        Answer done = asMentor.postForm(
                "/suivi/inquietude", Map.of("de", pair, "inquietude", "DISTRESS", "texte", "Il parle de mourir"));
        assertThat(done.status()).as(done.body()).isEqualTo(303);
        String concern = done.location().replaceFirst(".*/", "");
        assertThat(asMentor.follow(done).body())
                .contains("C’est reçu", "au plus tard")
                .doesNotContain("mourir", "??");
        assertThat(page(asMentor, "/suivi/binomes/" + pair))
                .as("a doubt ends no pair")
                .contains("En cours");

        String cases = "/suivi/inquietudes/" + concern;
        assertThat(page(as(team), "/suivi")).contains(cases, "à prendre dans");
        for (String reader : List.of(team, Tokens.coordinator(), coordinator("31"))) {
            assertThat(page(as(reader), cases)).contains("Il parle de mourir", "/besoins/", "CRIP");
            assertThat(as(reader).get(API + "/" + concern).status()).isEqualTo(200);
        }
        for (String stranger : List.of(
                Tokens.referent("31"),
                Tokens.referent("32"),
                coordinator("32"),
                Tokens.of("double", List.of("coordinator", "mentor"), List.of("*"), null, mentor))) {
            assertThat(as(stranger).get(cases).status()).isEqualTo(404);
            assertThat(as(stranger).get(API + "/" + concern + "/text").status()).isEqualTo(404);
            assertThat(as(stranger).get(API).body()).doesNotContain(concern);
            assertThat(as(stranger)
                            .postForm(cases + "/prise-en-charge", Map.of())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(as(Tokens.structure(STRUCTURE))
                        .get("/suivi/inquietude/" + concern)
                        .status())
                .isEqualTo(404);
        assertThat(asMentor.get(cases).status()).isEqualTo(403);

        assertThat(page(as(team), cases)).contains("Qui a lu ce texte", "Compte referente-31-32");
        assertThat(db.sql("select count(*) from concern_reading where concern = ?")
                        .param(concern)
                        .query(Integer.class)
                        .single())
                .as("once a day each")
                .isEqualTo(3);
        assertThat(db.sql("select text_sealed from concern_text where concern = ?")
                        .param(concern)
                        .query(String.class)
                        .single())
                .doesNotContain("mourir");
        assertThat(db.sql("select count(*) from domain_event where payload::text like '%mourir%'")
                        .query(Integer.class)
                        .single())
                .isZero();

        assertThat(as(team).postForm(cases + "/prise-en-charge", Map.of()).status())
                .isEqualTo(303);
        Answer second = as(Tokens.coordinator()).postForm(cases + "/prise-en-charge", Map.of());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("Quelqu’un s’en charge déjà");
        assertThat(page(asMentor, "/suivi/inquietude/" + concern)).contains("Compte referente-31-32");
        assertThat(as(team).postForm(cases + "/etape", Map.of()).status()).isEqualTo(422);
        assertThat(as(team).postForm(cases + "/etape", Map.of("etape", "STRUCTURE_CALLED"))
                        .status())
                .isEqualTo(303);
        assertThat(as(team).postForm(cases + "/cloture", Map.of("issue", "SUPPORT_GIVEN"))
                        .status())
                .isEqualTo(303);
        assertThat(page(asMentor, "/suivi/inquietude/" + concern))
                .contains("Close le")
                .doesNotContain("appelé", "aidé");
    }

    @Test
    void while_the_database_loses_its_connections_no_worry_is_lost_and_none_is_told_twice() throws Exception {
        hear(match);
        Http school = as(Tokens.structure(STRUCTURE));
        AtomicInteger refused = new AtomicInteger();
        AtomicBoolean broken = new AtomicBoolean(true);
        Set<String> raised = ConcurrentHashMap.newKeySet();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            long atMost = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            Future<?> _ = people.submit(() -> {
                while (broken.get() && System.nanoTime() < atMost) {
                    breakConnections();
                }
            });
            List<Future<?>> telling = IntStream.range(0, 24)
                    .<Future<?>>mapToObj(at -> people.submit(() -> {
                        Http once = school.with("Idempotency-Key", Heard.id("worry"));
                        Answer answer = once.post(API, Map.of("about", match.pair(), "worry", "DISTRESS"));
                        while (answer.status() != 201) {
                            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
                            if (refused.incrementAndGet() > 60) {
                                broken.set(false);
                            }
                            answer = once.post(API, Map.of("about", match.pair(), "worry", "DISTRESS"));
                        }
                        raised.add(answer.json().path("concern").asString());
                    }))
                    .toList();
            for (Future<?> told : telling) {
                told.get(60, TimeUnit.SECONDS);
            }
            broken.set(false);
        }
        assertThat(refused.get()).as("it was broken indeed").isPositive();
        assertThat(raised).hasSize(24);
        // a connection that was broken last may still lie in the pool, for whoever asks next
        await().ignoreExceptionsInstanceOf(DataAccessException.class)
                .untilAsserted(() -> assertThat(
                                db.sql("select count(*) from domain_event where payload_type like '%ConcernRaised'"
                                                + " and payload::text like :pair")
                                        .param("pair", "%" + match.pair() + "%")
                                        .query(Integer.class)
                                        .single())
                        .isEqualTo(24));
        await().untilAsserted(() -> assertThat(page(as(team), "/suivi/inquietudes"))
                .contains(raised.iterator().next()));
    }

    /** All connections of the service but the one that asks, as a server does that goes down. */
    private void breakConnections() {
        try {
            var _ = db.sql("""
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                            where usename = current_user and pid <> pg_backend_pid()""").query(Integer.class).single();
        } catch (DataAccessException gone) {
            // its own connection was broken too
        }
    }

    @Test
    void who_has_no_account_says_it_by_the_link_of_a_letter() {
        hear(match);
        Http contact = byLink("NEED_STATUS", match.terms().need(), "");
        assertThat(page(contact, "/suivi/inquietude")).contains("Le binôme avec le mentor M-");
        Answer done =
                contact.postForm("/suivi/inquietude", Map.of("de", match.pair(), "inquietude", "ADULT_BEHAVIOUR"));
        assertThat(done.status()).as(done.body()).isEqualTo(303);
        assertThat(contact.follow(done).body()).contains("C’est reçu");
        assertThat(contact.get("/suivi/inquietude").body())
                .contains(done.location().replaceFirst(".*/", ""));

        Http byPair = byLink("FIRST_CONTACT", match.pair(), mentor);
        assertThat(byPair.postForm("/suivi/inquietude", Map.of("de", match.pair(), "inquietude", "OTHER"))
                        .status())
                .isEqualTo(303);
        String another = matched().pair();
        assertThat(byPair.postForm("/suivi/inquietude", Map.of("de", another, "inquietude", "OTHER"))
                        .status())
                .isEqualTo(422);
        assertThat(page(byLink("LETTERS", "nobody", ""), "/suivi/inquietude")).contains("Appelez-nous", "119");
    }

    @Test
    void a_name_is_refused_and_taken_out_while_words_of_violence_belong_there() {
        hear(match);
        Http asMentor = as(Tokens.mentor(mentor));
        Map<String, String> form = new HashMap<>(Map.of(
                "de", match.pair(), "inquietude", "VIOLENCE_OR_ABUSE", "texte", "Yanis Benali dit qu’on le frappe"));
        Answer named = asMentor.postForm("/suivi/inquietude", form);
        assertThat(named.status()).isEqualTo(422);
        assertThat(named.body()).contains("semble nommer une personne", "name=\"retirer\"", "on le frappe");
        form.put("texte", "Il dit que son père le frappe, il a peur de rentrer");
        assertThat(asMentor.postForm("/suivi/inquietude", form).status()).isEqualTo(303);
    }

    @Test
    void the_team_writes_down_what_a_caller_says_about_a_pair_a_need_or_a_mentor() {
        hear(match);
        hear(new MentorApplied(mentor, "FORM", true, "31", today(), null));
        Http referent = as(team);
        assertThat(referent.get("/suivi/binomes/" + match.pair()).body())
                .contains("/suivi/inquietude?de=" + match.pair());
        Map<String, String> form = new HashMap<>(Map.of("de", match.pair(), "inquietude", "NEGLECT"));
        Answer nobody = referent.postForm("/suivi/inquietude", form);
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body()).contains("href=\"#dePart\"");
        form.put("dePart", "YOUTH");
        Answer done = referent.postForm("/suivi/inquietude", form);
        assertThat(done.location()).contains("/suivi/inquietudes/");
        assertThat(referent.follow(done).body()).contains("Rapportée par téléphone", "le jeune ou sa famille");

        Answer about = as(coordinator("31"))
                .post(API, Map.of("about", mentor, "worry", "ADULT_BEHAVIOUR", "onBehalf", "STRUCTURE"));
        assertThat(about.status()).as(about.body()).isEqualTo(201);
        Answer elsewhere = as(coordinator("32"))
                .post(API, Map.of("about", mentor, "worry", "ADULT_BEHAVIOUR", "onBehalf", "STRUCTURE"));
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("problem+json"));
    }

    @Test
    void referent_and_coordinators_are_written_to_at_once_and_again_when_nobody_takes_it() {
        String follows = invited("REFERENT", "31");
        String coordinates = invited("COORDINATOR", "31");
        String everywhere = invited("COORDINATOR", "33");
        MatchConfirmed followed = matched(Tokens.account(follows));
        hear(followed);
        String concern = raised(followed.pair());
        assertThat(letters(concern)).containsOnly(follows + " CONCERN_RAISED", coordinates + " CONCERN_RAISED");

        clock.forward(Duration.ofHours(15)); // 2 hours of the day are over, wherever it began
        await().atMost(PATIENCE).until(() -> letters(concern).contains(coordinates + " CONCERN_UNANSWERED"));
        assertThat(letters(concern)).doesNotContain(everywhere + " CONCERN_UNANSWERED");
        clock.forward(Duration.ofHours(15));
        await().atMost(PATIENCE).until(() -> letters(concern).contains(everywhere + " CONCERN_UNANSWERED"));

        Http reads = as(Tokens.of(coordinates, List.of("coordinator"), List.of("31"), null, null));
        assertThat(page(reads, "/suivi/inquietudes/" + concern))
                .contains("Personne ne l’a prise à temps", "Personne ne l’avait prise à temps");
        assertThat(reads.post(API + "/" + concern + "/acknowledgement", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(db.sql("select count(*) from deadline where subject = ? and told_at is null")
                        .param(concern)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_protection_ends_the_pair_holds_the_mentor_and_lists_all_pairs_of_the_mentor() {
        MatchConfirmed other = Heard.match(Heard.id("pair"), "account-other", mentor, "structure-0320001A", "32");
        hear(match);
        hear(other);
        String concern = raised(match.pair());
        String cases = "/suivi/inquietudes/" + concern;
        Http referent = as(team);
        Answer excluded = referent.postForm(cases + "/cloture", Map.of("issue", "MENTOR_EXCLUDED"));
        assertThat(excluded.status()).isEqualTo(409);
        assertThat(page(referent, cases + "/protection")).contains(other.pair(), "Rien n’est plus proposé");
        assertThat(referent.postForm(cases + "/protection", Map.of()).status()).isEqualTo(303);
        assertThat(page(referent, "/suivi/binomes/" + match.pair())).contains("Interrompu pour protéger le jeune");
        assertThat(page(as(Tokens.mentor(mentor)), "/suivi/binomes/" + match.pair()))
                .doesNotContain("protéger", "Protection");

        hear(new MentorHeld(mentor, "SAFEGUARDING", clock.instant()));
        assertThat(page(referent, cases)).contains(other.pair(), "La coordination décide");
        assertThat(page(as(Tokens.referent("32")), "/suivi?qui=tous&voir=alertes"))
                .as("the other pair is an alert")
                .contains(other.pair());
        hear(new MentorExcluded(mentor, "DANGER_TO_YOUNG_PEOPLE", clock.instant()));
        assertThat(page(referent, cases)).contains("Exclu définitivement");
        assertThat(referent.postForm(cases + "/cloture", Map.of("issue", "MENTOR_EXCLUDED"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void the_text_is_erased_after_its_time_and_what_happened_stays() {
        hear(match);
        String concern = raised(match.pair());
        Http referent = as(team);
        assertThat(referent.get(API + "/" + concern + "/text").body()).contains("peur");
        assertThat(referent.post(API + "/" + concern + "/closure", Map.of("reason", "NO_DANGER"))
                        .status())
                .isEqualTo(200);
        clock.forward(Duration.ofDays(92));
        await().atMost(PATIENCE)
                .until(() -> referent.get(API + "/" + concern + "/text").body().equals("{\"text\":\"\"}"));
        assertThat(page(referent, "/suivi/inquietudes/" + concern))
                .contains("Le texte a été effacé", "Close : pas de danger", "Qui a lu ce texte");
    }

    @Test
    void an_erasure_takes_the_text_of_what_is_settled_and_leaves_what_is_open_until_it_is() {
        hear(match);
        String open = raised(match.pair());
        String settled = raised(match.pair());
        Http referent = as(team);
        referent.post(API + "/" + settled + "/closure", Map.of("reason", "NO_DANGER"));
        hear(new MentorWithdrew(mentor, "ERASURE", today()));
        assertThat(texts(settled)).isZero();
        assertThat(texts(open)).isEqualTo(1);
        referent.post(API + "/" + open + "/closure", Map.of("reason", "NO_DANGER"));
        clock.forward(Duration.ofDays(2));
        await().atMost(PATIENCE).until(() -> texts(open) == 0);
    }

    @Test
    void the_erasure_of_a_contact_takes_what_was_said_for_the_structure_and_nothing_of_the_mentors() {
        hear(match);
        String ofMentor = raised(match.pair());
        Http school = as(Tokens.structure(match.terms().structure()));
        Answer said =
                school.post(API, Map.of("about", match.pair(), "worry", "DISTRESS", "text", "Il a peur de rentrer"));
        assertThat(said.status()).as(said.body()).isEqualTo(201);
        String ofSchool = said.json().get("concern").asString();
        for (String concern : List.of(ofMentor, ofSchool)) {
            as(team).post(API + "/" + concern + "/closure", Map.of("reason", "NO_DANGER"));
        }
        hear(new ContactErased(match.terms().need(), today()));
        assertThat(texts(ofSchool)).isZero();
        assertThat(texts(ofMentor)).isEqualTo(1);
    }

    private int texts(String concern) {
        return db.sql("select count(*) from concern_text where concern = ?")
                .param(concern)
                .query(Integer.class)
                .single();
    }

    private String raised(String pair) {
        Answer done = as(Tokens.mentor(mentor))
                .post(API, Map.of("about", pair, "worry", "DISTRESS", "text", "Il a peur de rentrer"));
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        return done.json().get("concern").asString();
    }

    private List<String> letters(String concern) {
        return db.sql("select person || ' ' || kind from letter where parameters ->> 'concern' = ?")
                .param(concern)
                .query(String.class)
                .list();
    }

    private String invited(String role, String territory) {
        Http nadia = as(Tokens.of("nadia", List.of("coordinator"), List.of("*"), null, null));
        Map<String, String> form = new HashMap<>(Map.of("prenom", "Awa", "nom", "Benali", "role", role));
        form.putAll(Map.of("email", "awa@exemple.fr", "telephone", "01 40 00 00 00", "territoires", territory));
        String staff = nadia.postForm("/suivi/equipe", form)
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

    private MatchConfirmed matched() {
        return matched(Tokens.account("referente-31-32"));
    }

    private MatchConfirmed matched(String referent) {
        return Heard.match(Heard.id("pair"), referent, mentor, STRUCTURE, "31");
    }

    private static String coordinator(String territory) {
        return Tokens.of("coordination-" + territory, List.of("coordinator"), List.of(territory), null, null);
    }

    private Http as(String token) {
        return new Http(port).as(token);
    }

    private Http byLink(String purpose, String subject, String who) {
        return new Http(port).with(LinkStatement.HEADER, Tokens.link(purpose, "person-" + subject, subject, who));
    }

    private LocalDate today() {
        return OperationDay.of(clock.instant());
    }

    private void hear(Object contract) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> inbox.hearing().on(Heard.event(contract, clock.instant())));
    }

    private static String page(Http http, String path) {
        Answer answer = http.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body().replace('\u00a0', ' ');
    }
}
