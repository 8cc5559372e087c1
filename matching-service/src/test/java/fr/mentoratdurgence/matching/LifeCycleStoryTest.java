package fr.mentoratdurgence.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofExpired;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofRenewed;
import fr.mentoratdurgence.contracts.mentors.v1.MentorActivated;
import fr.mentoratdurgence.contracts.mentors.v1.MentorHeldForReview;
import fr.mentoratdurgence.contracts.mentors.v1.MentorReviewEnded;
import fr.mentoratdurgence.contracts.mentors.v1.Skill;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualified;
import fr.mentoratdurgence.matching.running.Runs;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.jobs.JobProgress;
import fr.mentoratdurgence.platform.links.LinkStatement;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Policies, named candidates, trials, refusals, loads and replays, on a real PostgreSQL and a real Kafka. Each chapter has
 * a territory and a school of its own, and leaves the policy in force as it found it.
 */
@ServiceTest
@TestPropertySource(properties = {"mentorat.deadlines.every=300ms", "mentorat.next-best-every=300ms"})
class LifeCycleStoryTest {
    private static final String API = "/api/matching/v1";

    private final String territory = OwnTerritory.next();
    private final String structure = "structure-0" + territory + "0176F";

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource database;

    @Autowired
    ApplicationContext context;

    @Test
    void a_policy_is_published_whole_and_activated_by_a_coordinator() {
        Http coordination = coordination();
        JsonNode first = coordination.get(API + "/policies/1").json();
        assertThat(first.get("active").asBoolean()).isTrue();
        assertThat(first.get("publishedBy").asString()).isEqualTo("system");
        assertThat(context.containsBean("scheduledRuns"))
                .as("nothing runs by itself unless asked to")
                .isFalse();

        ObjectNode changed = (ObjectNode) first.get("policy").deepCopy();
        changed.remove("pointsPerWaitingDay");
        changed.put("proposalHours", 0);
        ((ObjectNode) changed.get("floors")).put("REP", 101);
        Http.Answer refused = coordination.post(API + "/policies", changed.toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("pointsPerWaitingDay", "proposalHours", "floors.REP", "de 0 à 100");

        changed.put("pointsPerWaitingDay", 2);
        changed.put("proposalHours", 48);
        ((ObjectNode) changed.get("floors")).put("REP", 70);
        changed.put("commonHoursCounted", 0);
        Http.Answer contradiction = coordination.post(API + "/policies", changed.toString());
        assertThat(contradiction.status()).isEqualTo(422);
        assertThat(contradiction.body())
                .contains("fit.COMMON_TIME", "à cause de commonHoursCounted")
                .doesNotContain("fit.SUBJECTS");

        changed.put("commonHoursCounted", 3);
        changed.put("referentLoadLimit", 1);
        int version = published(changed);
        assertThat(version).isGreaterThan(1);
        String path = API + "/policies/" + version;
        assertThat(coordination.get(path).json().get("policy")).isEqualTo(changed);
        assertThat(coordination.get(path).json().get("active").asBoolean()).isFalse();
        assertThat(coordination.post(API + "/policies/999/activation", "").status())
                .isEqualTo(404);
        assertThat(coordination
                        .post(path + "/activation", Map.of("instead", 1))
                        .json()
                        .get("active")
                        .asBoolean())
                .isTrue();
        Http.Answer late = coordination.post(API + "/policies/1/activation", Map.of("instead", 1));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("code").asString()).isEqualTo("POLICY_CHANGED");
        assertThat(late.json().get("detail").asString()).doesNotContain("{");
    }

    @Test
    void what_a_stranger_puts_on_a_topic_makes_no_place_and_no_mentor() throws Exception {
        String mentor = "mentor-" + UUID.randomUUID();
        try (var stranger = LocalParts.stranger()) {
            var _ = stranger.send(
                            new ProducerRecord<>("mentors.v1", mentor, Heard.envelope(mentor, activated(mentor, true))))
                    .get();
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> db.sql("select count(*) from dead_letter where record_key = ? and forged")
                                .param(mentor)
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(db.sql("select count(*) from mentor_load where mentor = ?")
                        .param(mentor)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void named_candidates_are_asked_in_turn_and_a_trial_precedes_the_match() {
        String need = need(1);
        String busy = mentor();
        String willing = mentor();
        Http team = referent();

        // the structure asked for two mentors, in this order
        assertThat(team.post(API + "/prematchings", Map.of("need", need, "line", 1, "mentors", List.of(busy, busy)))
                        .status())
                .isEqualTo(422);
        String prematching = team.post(
                        API + "/prematchings", Map.of("need", need, "line", 1, "mentors", List.of(busy, willing)))
                .json()
                .get("prematching")
                .asString();
        assertThat(team.post(API + "/runs", "").status()).isEqualTo(200);
        assertThat(db.sql("select count(*) from proposal where need = ? and run is not null")
                        .param(need)
                        .query(Integer.class)
                        .single())
                .as("the seat is kept")
                .isZero();

        // the first one has no time: the second one is asked by itself
        decline(busy, open(need, busy));
        await().atMost(Duration.ofSeconds(20)).until(() -> proposals(need, willing) == 1);
        String proposal = open(need, willing);
        assertThat(team.get(API + "/proposals/" + proposal)
                        .json()
                        .get("proposal")
                        .get("origin")
                        .asString())
                .isEqualTo("PREMATCHING");

        // yes, then a trial
        Http mentor = new Http(port).as(Tokens.mentor(willing));
        Http school = new Http(port).as(Tokens.structure(structure));
        assertThat(school.get(API + "/proposals/" + proposal).status()).isEqualTo(404);
        assertThat(mentor.post(API + "/proposals/" + proposal + "/acceptance", "")
                        .status())
                .isEqualTo(200);
        assertThat(team.get(API + "/proposals?status=TRIAL").json().size()).isEqualTo(1);
        assertThat(team.get("/appariement/attente").body())
                .contains(
                        "id=\"" + proposal + "\"",
                        "data-sort=\"essai\"",
                        "data-days=\"0\"",
                        "data-name-of=\"" + willing + "\"",
                        "les deux côtés disent avant le")
                .doesNotContain("??");
        assertThat(mentor.get("/appariement/attente").status()).isEqualTo(403);
        assertThat(mentor.post(API + "/proposals/" + proposal + "/trial", Map.of())
                        .status())
                .isEqualTo(422);
        assertThat(mentor.post(API + "/proposals/" + proposal + "/trial", Map.of("fit", "GOOD"))
                        .status())
                .isEqualTo(200);
        assertThat(code(team.post(API + "/proposals/" + proposal + "/validation", "")))
                .isEqualTo("TRIAL_NOT_FINISHED");
        assertThat(school.get(API + "/proposals/mine").json().size()).isEqualTo(1);
        assertThat(new Http(port)
                        .as(Tokens.structure("structure-0130001A"))
                        .post(API + "/proposals/" + proposal + "/trial", Map.of("fit", "GOOD"))
                        .status())
                .isEqualTo(404);
        assertThat(school.post(API + "/proposals/" + proposal + "/trial", Map.of("fit", "UNSURE"))
                        .status())
                .isEqualTo(200);
        String pair = team.post(API + "/proposals/" + proposal + "/validation", "")
                .json()
                .get("pair")
                .asString();
        assertThat(team.get(API + "/prematchings/" + prematching)
                        .json()
                        .get("ended")
                        .asString())
                .isEqualTo("SERVED");
        assertThat(pair).startsWith("pair-");
        assertThat(load(team).get("pairs").asInt()).isEqualTo(1);
    }

    @Test
    void after_a_no_the_best_mentor_who_is_left_is_asked_by_itself_once() {
        String need = need(1);
        List<String> mentors = List.of(mentor(), mentor());
        assertThat(referent().post(API + "/runs", "").status()).isEqualTo(200);
        String asked = db.sql("select mentor from proposal where need = ? and run is not null")
                .param(need)
                .query(String.class)
                .single();
        String decline = API + "/proposals/" + open(need, asked) + "/decline";
        Http own = new Http(port).as(Tokens.mentor(asked));
        assertThat(own.post(decline, "").status()).isEqualTo(200);
        for (int time = 0; time < 2; time++) {
            assertThat(own.post(decline + "/undoing", "").status())
                    .as("a mistake, said twice")
                    .isEqualTo(200);
        }
        decline(asked, open(need, asked));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> db.sql("select count(*) from proposal where need = ? and origin = 'NEXT_BEST'")
                                .param(need)
                                .query(Integer.class)
                                .single()
                        == 1);
        String next = db.sql("select mentor from proposal where need = ? and origin = 'NEXT_BEST'")
                .param(need)
                .query(String.class)
                .single();
        assertThat(next).isIn(mentors).isNotEqualTo(asked);
    }

    @Test
    void a_referent_follows_as_many_pairs_as_the_policy_allows_and_a_coordinator_goes_beyond_and_says_why() {
        inForce(firstPolicy().put("referentLoadLimit", 1));
        assertThat(pair(need(1), mentor())).isNotEmpty();
        assertThat(load(referent()).get("pairs").asInt()).isEqualTo(1);

        String beyond = accepted(need(1), mentor());
        String validation = API + "/proposals/" + beyond + "/validation";
        String item = "/appariement/propositions/" + beyond;
        assertThat(referent().get("/appariement").body())
                .as("said before, with a way on")
                .contains("La limite de 1 binômes est atteinte", item + "#limite")
                .doesNotContain(item + "/validation");
        assertThat(referent().get(item).body())
                .contains("la coordination, qui peut accorder une exception")
                .doesNotContain(item + "/validation");
        assertThat(referent()
                        .postForm(item + "/confier", Map.of("colleague", ""))
                        .status())
                .isEqualTo(303);
        assertThat(referent()
                        .postForm(item + "/confier", Map.of("colleague", "account-nobody"))
                        .status())
                .isEqualTo(422);
        assertThat(coordination().get("/appariement").body()).contains("attend votre décision");
        assertThat(coordination().get(item).body()).contains("Validation demandée à la coordination");
        Http.Answer full = referent().post(validation, Map.of("override", "NOBODY_ELSE"));
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.json().get("code").asString()).isEqualTo("REFERENT_FULL");
        assertThat(full.json().get("detail").asString()).contains("déjà 1 binômes, pour une limite de 1");
        assertThat(code(coordination().post(validation, ""))).isEqualTo("REFERENT_FULL");
        assertThat(coordination()
                        .post(validation, Map.of("override", "NOBODY_ELSE"))
                        .status())
                .isEqualTo(200);
        JsonNode load = load(coordination());
        assertThat(load.get("pairs").asInt()).isEqualTo(2);
        assertThat(load.get("limit").asInt()).isEqualTo(1);
    }

    @Test
    void many_proposals_are_validated_row_by_row_and_once_as_far_as_there_is_room() {
        inForce(firstPolicy().put("referentLoadLimit", 2));
        List<String> three =
                List.of(accepted(need(1), mentor()), accepted(need(1), mentor()), accepted(need(1), mentor()));
        String rows = three.stream().map(one -> "choix=" + one).collect(Collectors.joining("&")) + "&choix=pair-1";
        assertThat(referent().get("/appariement/propositions?etat=ACCEPTED").body())
                .contains("value=\"" + three.getFirst() + "\"", "/appariement/lot/validation");

        assertThat(referent()
                        .postForm("/appariement/lot/validation?" + rows, Map.of())
                        .body())
                .contains("Devient un binôme.", "atteint sa limite de 2 binômes", "Une autre ligne cochée")
                .doesNotContain("??", "name=\"choix\" value=\"" + three.getLast() + "\"");
        Map<String, String> sent = Map.of("commande", "lot-" + territory);
        for (int time = 0; time < 2; time++) {
            assertThat(referent()
                            .postForm("/appariement/lot/validation/fait?" + rows, sent)
                            .body()
                            .replace('\u00a0', ' '))
                    .contains("2 lignes : c’est fait.", "Une ligne n’a pas été faite");
        }
        assertThat(load(referent()).get("pairs").asInt()).isEqualTo(2);
        assertThat(new Http(port)
                        .as(Tokens.referent("999"))
                        .postForm("/appariement/lot/validation?" + rows, Map.of())
                        .body())
                .doesNotContain(three.getFirst() + "\"", "Devient un binôme");
    }

    @Test
    void the_seat_of_a_pair_that_breaks_waits_again_since_its_first_day() {
        String need = need(1);
        String mentor = mentor();
        String pair = pair(need, mentor);
        assertThat(load(referent()).get("pairs").asInt()).isEqualTo(1);
        new Heard(kafka)
                .tell(
                        "followup.v1",
                        pair,
                        new PairInterrupted(
                                pair,
                                need,
                                1,
                                1,
                                mentor,
                                "MENTOR",
                                "MENTOR_NO_TIME",
                                "REPLACE",
                                null,
                                LocalDate.of(2020, 5, 1)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> db.sql("select count(*) from replacement where pair = ?")
                                .param(pair)
                                .query(Integer.class)
                                .single()
                        == 1);
        JsonNode line = line(referent().get(API + "/lines").json(), need);
        assertThat(line.get("replacements").asInt()).isEqualTo(1);
        assertThat(line.get("declaredOn").asString()).isEqualTo("2020-04-01");
        assertThat(load(referent()).get("pairs").asInt()).isZero();
    }

    @Test
    void two_who_must_not_meet_are_not_matched() {
        String need = need(1);
        String mentor = mentor();
        assertThat(referent()
                        .post(
                                API + "/exclusions",
                                Map.of("need", need, "line", 1, "mentor", mentor, "reason", "TOO_CLOSE"))
                        .status())
                .isEqualTo(204);
        assertThat(code(referent().post(API + "/matches", choice(need, mentor))))
                .isEqualTo("PAIRING_EXCLUDED");
    }

    @Test
    void a_dry_run_stores_nothing() {
        String need = need(1);
        String mentor = mentor();
        long before = stored();
        JsonNode dry = referent().post(API + "/runs/dry", Map.of("policy", 1)).json();
        assertThat(dry.get("policyVersion").asInt()).isEqualTo(1);
        assertThat(dry.get("certified").asBoolean()).isTrue();
        assertThat(dry.get("gains").findValuesAsString("need")).contains(need);
        assertThat(dry.get("audiences").findValuesAsString("audience")).contains("REP");
        assertThat(stored()).isEqualTo(before);
        assertThat(proposals(need, mentor)).isZero();
        assertThat(new Http(port)
                        .as(Tokens.referent("13"))
                        .post(API + "/runs/dry", "")
                        .json()
                        .get("gains")
                        .size())
                .isZero();
        assertThat(referent().post(API + "/runs/dry", Map.of("policy", 999)).status())
                .isEqualTo(404);
    }

    @Test
    void points_that_the_engine_cannot_tell_apart_are_refused_before_anything_is_stored() {
        need(9);
        ObjectNode large = firstPolicy();
        large.put("commonHoursCounted", 168);
        large.put("mentorWeeksCounted", 520);
        large.put("pointsPerWaitingDay", 100_000);
        ObjectNode fit = (ObjectNode) large.get("fit");
        fit.put("COMMON_TIME", 1_000_000);
        fit.put("MENTOR_WAITING", 1_000_000);
        ((ObjectNode) large.get("audiencePoints")).put("REP", 1_000_000);
        int version = published(large);
        long before = stored();
        Http.Answer refused = referent().post(API + "/runs/dry", Map.of("policy", version));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("WEIGHTS_TOO_LARGE");
        assertThat(refused.json().get("detail").asString())
                .contains("version " + version, "points plus petits")
                .doesNotContain("{");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_run_can_be_repeated_from_the_events_that_it_knew() throws SQLException {
        String need = need(9); // more than there are mentors: everybody is needed
        String known = mentor();
        String template = known.replace("mentor-", "load-");
        String unseen = UUID.randomUUID().toString();
        JsonNode run;
        try (Connection elsewhere = database.getConnection();
                Statement statement = elsewhere.createStatement()) {
            // another instance is about to activate a mentor, and has not committed when the run reads
            elsewhere.setAutoCommit(false);
            statement.execute("insert into processed_command(command_id, fingerprint, processed_at) values ('" + unseen
                    + "', 'x', now())");
            statement.execute("""
                insert into domain_event(event_id, aggregate_id, sequence_number, type, time_stamp, payload_type,
                    payload, meta_data)
                select 'event-%1$s', 'load-%1$s', 0, type, time_stamp, payload_type,
                    replace(payload::text, '%2$s', 'load-%1$s')::json, meta_data
                from domain_event where aggregate_id = '%2$s' and sequence_number = 0\
                """.formatted(unseen, template));
            String later = mentor();
            assertThat(later).isNotEmpty();
            run = referent().post(API + "/runs", "").json();
            elsewhere.commit();
        }
        String id = run.get("run").asString();
        JsonNode record = referent().get(API + "/runs/" + id).json();
        assertThat(record.get("inputGaps").size()).as("under way while it read").isPositive();
        assertThat(record.get("outcome").get("certified").asBoolean()).isTrue();
        assertThat(record.get("outcome").get("worth"))
                .isEqualTo(record.get("outcome").get("bound"));

        // life goes on
        String helped = db.sql("select need from proposal where mentor = ? and status = 'PROPOSED'")
                .param(known)
                .query(String.class)
                .single();
        decline(known, open(helped, known));
        assertThat(mentor()).isNotEqualTo(known);
        assertThat(need(2)).isNotEqualTo(need);
        JsonNode replay = referent().get(API + "/runs/" + id + "/replay").json();
        assertThat(replay.get("equal").asBoolean()).as("%s", replay).isTrue();
        assertThat(replay.get("suggestions").asInt())
                .isEqualTo(run.get("proposals").asInt())
                .isPositive();

        // whoever forgets the gap, or the position, finds another plan
        db.sql("update matching_run set input_gaps = null where run = ?")
                .param(id)
                .update();
        JsonNode wrong = referent().get(API + "/runs/" + id + "/replay").json();
        assertThat(wrong.get("equal").asBoolean()).isFalse();
        db.sql("update matching_run set input_position = 2 where run = ?")
                .param(id)
                .update();
        wrong = referent().get(API + "/runs/" + id + "/replay").json();
        assertThat(wrong.get("equal").asBoolean()).isFalse();
        assertThat(wrong.get("first").get("side").asString()).isEqualTo("RUN_ONLY");
        assertThat(code(referent().get(API + "/runs/run-none/replay"))).isEqualTo("NO_SUCH_RUN");
    }

    @Test
    void a_run_that_was_cut_off_is_gone_on_with_from_what_it_knew() {
        String need = need(3);
        String known = mentor();
        Runs runs = context.getBean(Runs.class);
        CommandContext asked = CommandContext.system("cut-off-" + UUID.randomUUID());

        // given a run whose instance dies after it has begun and before it has proposed anything
        assertThatThrownBy(() -> runs.run(asked, (_, _) -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(proposals(need, known)).isZero();
        String cut = db.sql("select run from matching_run order by started_at desc limit 1")
                .query(String.class)
                .single();
        assertThat(runs.row(cut).proposals()).isNull();

        // when somebody comes meanwhile, and another instance takes the run up
        String later = mentor();
        Runs.Result brought = runs.run(asked, JobProgress.UNWATCHED);

        // then it is the same run, with what it knew when it began, and once more nothing happens
        assertThat(brought.run()).isEqualTo(cut);
        assertThat(proposals(need, known)).isOne();
        assertThat(proposals(need, later)).isZero();
        assertThat(referent()
                        .get(API + "/runs/" + cut + "/replay")
                        .json()
                        .get("equal")
                        .asBoolean())
                .isTrue();
        long before = stored();
        assertThat(runs.run(asked, JobProgress.UNWATCHED)).isEqualTo(brought);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void who_does_not_wait_for_a_run_gets_an_address_at_which_it_is_watched_and_read() {
        String need = need(1);
        String mentor = mentor();
        Http referent = referent();
        Http.Answer accepted = referent.with("Prefer", "respond-async").post(API + "/runs", "");
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.location()).startsWith(API + "/jobs/job-");
        assertThat(accepted.json().get("kind").asString()).isEqualTo("MATCHING_RUN");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> referent.get(accepted.location())
                        .json()
                        .get("state")
                        .asString()
                        .equals("DONE"));
        String result = referent.get(accepted.location()).json().get("result").asString();
        String run = referent.get(result).json().get("run").asString();
        assertThat(proposals(need, mentor)).isOne();

        // the team sees a run, whoever asked; its page says where the answer is
        String job = accepted.json().get("job").asString();
        assertThat(coordination().get("/appariement/travaux/" + job).body())
                .contains("Calcul d’appariement", "Terminé", "/appariement/calculs/" + run)
                .doesNotContain("data-live", "http-equiv=\"refresh\"", "Arrêter ce travail");
        assertThat(referent.get("/appariement/travaux").body()).contains(job, "Calcul d’appariement");

        assertThat(referent.get("/appariement/travaux/" + job + "/flux").status())
                .as("nothing more to hear")
                .isEqualTo(204);

        // one that waits is watched with scripts and without, and stopped
        String waits = "job-" + UUID.randomUUID();
        db.sql("""
            insert into job(id, command_id, kind, account, asker, parameters, state, total, asked_at)
            select :waits, :waits, 'OF_ANOTHER_VERSION', account, asker, parameters, 'WAITING', 12, asked_at
            from job where id = :job\
            """).param("waits", waits).param("job", job).update();
        String page = "/appariement/travaux/" + waits;
        assertThat(referent.get(page).body())
                .contains("En attente", "data-live=\"" + page + "/flux\"", "http-equiv=\"refresh\"", "0 sur 12");
        assertThat(referent.get(page + "/etat").body())
                .contains("Arrêter ce travail")
                .doesNotContain("<html");
        assertThat(referent.postForm(page + "/arret", Map.of()).status()).isEqualTo(303);
        assertThat(referent.get(page).body())
                .contains("Ce qu’il avait enregistré avant reste")
                .doesNotContain("Arrêter ce travail");

        // a dry run is worked out for one person's territory, and is that person's alone
        String dry = referent.with("Prefer", "respond-async")
                .post(API + "/runs/dry", "")
                .location();
        assertThat(referent.get(dry).status()).isEqualTo(200);
        assertThat(coordination().get(dry).status()).isEqualTo(404);
        assertThat(coordination().delete(dry).status()).isEqualTo(404);
        assertThat(coordination().get(dry + "/result").status()).isEqualTo(404);
    }

    @Test
    void a_run_and_its_repetition_are_equal_whatever_bars_or_frees_a_mentor_meanwhile() {
        need(9);
        String expires = mentor();
        String looked = mentor();
        String held = mentor();
        String free = mentor();
        Heard facts = new Heard(kafka);
        LocalDate day = LocalDate.of(2020, 5, 2);
        String before = ran();
        assertThat(ofRun(before)).contains(expires, looked, held, free);

        facts.tell("mentors.v1", expires, new GoodStandingProofExpired(expires, day));
        facts.tell("mentors.v1", looked, new MentorHeldForReview(looked, day));
        String pair = "pair-" + UUID.randomUUID();
        facts.tell(
                "followup.v1",
                pair,
                new PairInterrupted(pair, need(1), 1, 1, held, "YOUTH", "SAFEGUARDING", "REPLACE", null, day));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> barred(expires) && barred(looked) && barred(held) && !barred(free));
        repeats(before);
        String meanwhile = ran();
        assertThat(ofRun(meanwhile)).doesNotContain(expires, looked, held);
        repeats(meanwhile);

        facts.tell("mentors.v1", expires, new GoodStandingProofRenewed(expires, day));
        facts.tell("mentors.v1", looked, new MentorReviewEnded(looked, day));
        assertThat(coordination()
                        .post(API + "/held-mentors/" + held + "/release", Map.of("reason", "CLEARED"))
                        .status())
                .isEqualTo(204);
        await().atMost(Duration.ofSeconds(30)).until(() -> !barred(expires) && !barred(looked) && !barred(held));
        String after = ran();
        for (String back : List.of(expires, looked, held)) { // by the run, or as the next best just before it
            assertThat(db.sql("select count(*) from proposal where mentor = ? and status = 'PROPOSED'")
                            .param(back)
                            .query(Integer.class)
                            .single())
                    .as("open proposals of %s", back)
                    .isEqualTo(1);
        }
        List.of(before, meanwhile, after).forEach(this::repeats);
    }

    private String ran() {
        Http.Answer run = referent().post(API + "/runs", "");
        assertThat(run.status()).isEqualTo(200);
        return run.json().get("run").asString();
    }

    private List<String> ofRun(String run) {
        return db.sql("select mentor from proposal where run = ?")
                .param(run)
                .query(String.class)
                .list();
    }

    private boolean barred(String mentor) {
        return db.sql("""
            select m.proof_expired_on is not null or m.in_review_since is not null
                or exists (select 1 from held_mentor h where h.mentor = m.mentor)
            from mentor_load m where m.mentor = ?\
            """).param(mentor).query(Boolean.class).single();
    }

    private void repeats(String run) {
        JsonNode replay = referent().get(API + "/runs/" + run + "/replay").json();
        assertThat(replay.get("equal").asBoolean()).as("%s", replay).isTrue();
    }

    @Test
    void why_a_proposal_was_taken_back_is_the_team_s_to_read_alone() {
        Heard facts = new Heard(kafka);
        LocalDate day = LocalDate.of(2020, 5, 2);
        String expires = mentor();
        String looked = mentor();
        String ofExpired = trial(expires);
        String ofLooked = trial(looked);
        facts.tell("mentors.v1", expires, new GoodStandingProofExpired(expires, day));
        facts.tell("mentors.v1", looked, new MentorHeldForReview(looked, day));
        await().atMost(Duration.ofSeconds(30)).until(() -> barred(expires) && barred(looked));

        for (Http team : List.of(referent(), coordination())) {
            assertThat(reason(team, ofExpired)).isEqualTo("PROOF_EXPIRED");
            assertThat(reason(team, ofLooked)).isEqualTo("WITHDRAWN");
            assertThat(team.get("/appariement/propositions/" + ofExpired).body())
                    .contains("le justificatif du mentor avait expiré");
        }
        Map<String, String> proposals = Map.of(expires, ofExpired, looked, ofLooked);
        proposals.forEach((mentor, proposal) -> {
            for (Http other :
                    List.of(new Http(port).as(Tokens.mentor(mentor)), new Http(port).as(Tokens.structure(structure)))) {
                assertThat(reason(other, proposal)).isEqualTo("OTHER");
                String all = other.get(API + "/proposals/mine").body()
                        + other.get("/appariement/mes-propositions").body()
                        + other.get("/appariement/propositions/" + proposal).body()
                        + other.post(API + "/proposals/" + proposal + "/trial", Map.of("fit", "GOOD"))
                                .body();
                assertThat(all)
                        .contains(proposal)
                        .doesNotContain("PROOF_EXPIRED", "WITHDRAWN", "HELD", "justificatif", "retenu");
            }
            Http strangers = new Http(port).as(Tokens.mentor("mentor-" + UUID.randomUUID()));
            assertThat(strangers.get(API + "/proposals/" + proposal).status()).isEqualTo(404);
            assertThat(new Http(port)
                            .as(Tokens.referent("13"))
                            .get(API + "/proposals/" + proposal)
                            .status())
                    .isEqualTo(404);
        });
    }

    private static String reason(Http person, String proposal) {
        JsonNode row = person.get(API + "/proposals/" + proposal).json().get("proposal");
        assertThat(row.get("status").asString()).isEqualTo("DECLINED");
        return row.get("declineReason").asString();
    }

    /** A proposal to a named mentor who said yes. */
    private String trial(String mentor) {
        String need = need(1);
        assertThat(referent().post(API + "/prematchings", named(need, mentor)).status())
                .isEqualTo(201);
        String proposal = open(need, mentor);
        assertThat(new Http(port)
                        .as(Tokens.mentor(mentor))
                        .post(API + "/proposals/" + proposal + "/acceptance", "")
                        .status())
                .isEqualTo(200);
        return proposal;
    }

    @Test
    void rules_that_protect_have_no_override_for_anybody() {
        String lycee = need("LYCEE_GT", 1, false);
        String school = need("CM1_CM2", 1, false);
        String minor = mentor(false);
        String adult = mentor();
        for (Http person : List.of(referent(), coordination())) {
            assertThat(code(person.post(API + "/matches", choice(lycee, minor))))
                    .isEqualTo("MINOR_MENTOR");
            assertThat(code(person.post(API + "/prematchings", named(lycee, adult, minor))))
                    .isEqualTo("MINOR_MENTOR");
            assertThat(code(person.post(API + "/matches", choice(school, adult))))
                    .isEqualTo("FAMILY_LINK");
            assertThat(code(person.post(API + "/prematchings", named(school, adult))))
                    .isEqualTo("FAMILY_LINK");
        }
        String page = "/appariement/lignes/" + lycee + "/1";
        Http.Answer refused = referent().postForm(page, Map.of("mentor", minor, "reason", "STRUCTURE_ASKED"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Cette règle protège le jeune : personne ne peut y déroger")
                .contains("mineur, ne peut pas aider ce niveau")
                .doesNotContainPattern("name=\"mentor\"[^>]*value=\"" + minor + "\"");
        assertThat(coordination()
                        .postForm(page + "/prematching", Map.of("mentors[0]", minor))
                        .body())
                .contains("personne ne peut y déroger");
        assertThat(proposals(lycee, minor) + proposals(school, adult)).isZero();
    }

    @Test
    void a_proof_that_expired_is_heard_and_so_is_a_new_one() {
        String adult = mentor();
        Heard mentors = new Heard(kafka);
        String seat = need(1);
        String waiting = "/appariement/lignes/" + seat + "/1";
        assertThat(referent().get(waiting + "?avec=" + adult).body())
                .containsPattern("name=\"mentor\"[^>]*value=\"" + adult + "\"");
        mentors.tell("mentors.v1", adult, new GoodStandingProofExpired(adult, LocalDate.of(2020, 5, 2)));
        await().atMost(Duration.ofSeconds(30)).until(() -> expiredProofs(adult) == 1);
        assertThat(code(coordination().post(API + "/matches", choice(seat, adult))))
                .isEqualTo("PROOF_EXPIRED");
        assertThat(referent().get(waiting).body())
                .contains("justificatif expiré, rien ne peut lui être proposé")
                .doesNotContain("value=\"" + adult + "\"");
        assertThat(referent().post(API + "/runs", "").status()).isEqualTo(200);
        assertThat(proposals(seat, adult)).isZero();
        mentors.tell("mentors.v1", adult, new GoodStandingProofRenewed(adult, LocalDate.of(2020, 5, 4)));
        await().atMost(Duration.ofSeconds(30)).until(() -> expiredProofs(adult) == 0);
        String other = need(1);
        assertThat(referent().post(API + "/matches", choice(other, adult)).status())
                .isEqualTo(201);
    }

    @Test
    void no_policy_leaves_out_a_rule_that_protects() {
        ObjectNode policy = firstPolicy();
        policy.putArray("rules").add("TERRITORY");
        Http.Answer without = coordination().post(API + "/policies", policy.toString());
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("rules.MINOR_MENTOR", "rules.FAMILY_LINK", "rules.NOT_EXCLUDED");
    }

    @Test
    void a_mentor_answers_by_the_link_of_a_letter_the_one_proposal_that_it_speaks_of() {
        String need = need(2);
        String one = mentor();
        String two = mentor();
        referent().post(API + "/matches", choice(need, one));
        referent().post(API + "/matches", choice(need, two));
        String proposal = open(need, one);
        String other = open(need, two);
        String page = "/appariement/propositions/";
        Http link = byLink(one, proposal);

        assertThat(link.get(page + proposal).body())
                .contains("Oui, j’accepte", page + proposal + "/acceptation")
                .doesNotContain("/appariement/mes-propositions");
        assertThat(link.get(page + other).status()).isEqualTo(404);
        assertThat(link.get("/appariement/mes-propositions").status()).isEqualTo(403);
        for (Http wrong : List.of(byLink(one, other), byLink(two, proposal))) {
            assertThat(wrong.postForm(page + proposal + "/acceptation", Map.of("choix", "oui"))
                            .status())
                    .isEqualTo(404);
        }

        // the form of the letter's page is sent on as it is; pressed twice it is one yes
        for (int press = 0; press < 2; press++) {
            Http.Answer yes = link.postForm(page + proposal + "/acceptation", Map.of("jeton", "used", "choix", "oui"));
            assertThat(yes.status()).isEqualTo(303);
            assertThat(link.follow(yes).body()).contains("Merci. Un·e référent·e valide");
        }
        assertThat(ways(proposal)).containsExactly("LINK");

        Http.Answer no = byLink(two, other).postForm(page + other + "/refus", Map.of("choix", "non"));
        assertThat(byLink(two, other).follow(no).body()).contains("merci d’avoir répondu");
    }

    @Test
    void a_yes_that_the_team_heard_by_telephone_is_recorded_as_such_and_by_the_territory_alone() {
        String need = need(1);
        String mentor = mentor();
        referent().post(API + "/matches", choice(need, mentor));
        String proposal = open(need, mentor);
        String page = "/appariement/propositions/" + proposal;
        assertThat(new Http(port)
                        .as(Tokens.referent("13"))
                        .postForm(page + "/acceptation", Map.of("x", "y"))
                        .status())
                .isEqualTo(404);
        assertThat(referent().get(page).body()).contains("Noter un oui dit par téléphone");
        Http.Answer yes = referent().postForm(page + "/acceptation", Map.of("x", "y"));
        assertThat(referent().follow(yes).body()).contains("dit par téléphone. Il reste à valider");
        assertThat(ways(proposal)).containsExactly("TELEPHONE");
    }

    @Test
    void a_structure_says_by_the_link_of_a_letter_how_its_own_trial_goes_and_sees_no_other() {
        String need = need(1);
        String mentor = mentor();
        referent().post(API + "/prematchings", named(need, mentor));
        await().atMost(Duration.ofSeconds(20)).until(() -> proposals(need, mentor) == 1);
        String proposal = open(need, mentor);
        String page = "/appariement/propositions/" + proposal;
        Http letter = ofStructure("NEED_TRIAL", need, proposal);
        Http status = ofStructure("NEED_STATUS", need, need);
        assertThat(letter.get(page).status()).as("no trial yet").isEqualTo(404);
        assertThat(status.get(page).status()).isEqualTo(404);

        new Http(port).as(Tokens.mentor(mentor)).post(API + "/proposals/" + proposal + "/acceptance", "");
        assertThat(letter.get(page + "?contact").body())
                .contains("Contact du mentor", page + "/essai", "hx-trigger=\"load, click\"", "Pourquoi ce mentor ?")
                .doesNotContain("/appariement/mes-propositions", "href=\"/besoins/need", page + "/acceptation");
        assertThat(status.get(page).body()).contains("href=\"/besoins/" + need, page + "/essai");
        for (Http stranger : List.of(
                ofStructure("NEED_STATUS", "need-of-another-school", "need-of-another-school"),
                ofStructure("NEED_TRIAL", "need-of-another-school", "proposal-of-another-school"))) {
            assertThat(stranger.get(page).status()).isEqualTo(404);
            assertThat(stranger.postForm(page + "/essai", Map.of("fit", "POOR")).status())
                    .isEqualTo(404);
        }
        assertThat(letter.postForm(page + "/refus", Map.of("x", "y")).status()).isEqualTo(403);

        // the button of the letter says it in the address; who says it, the link knows and not the form
        Http.Answer said = letter.postForm(
                page + "/essai?fit=UNSURE", Map.of("jeton", "used", "choix", "UNSURE", "trialSide", "MENTOR"));
        assertThat(said.status()).as(said.body()).isEqualTo(303);
        assertThat(letter.follow(said).body()).contains("oui, avec des doutes", "avis attendu");
    }

    private Http ofStructure(String purpose, String need, String subject) {
        return new Http(port).with(LinkStatement.HEADER, Tokens.link(purpose, need, subject, ""));
    }

    private Http byLink(String mentor, String proposal) {
        return new Http(port).with(LinkStatement.HEADER, Tokens.link("PROPOSAL_ANSWER", mentor, proposal, mentor));
    }

    private List<String> ways(String proposal) {
        return db.sql("""
            select payload ->> 'via' from domain_event
            where aggregate_id = ? and payload_type = 'matching.ProposalAcceptedByMentor'\
            """).param(proposal).query(String.class).list();
    }

    private int expiredProofs(String mentor) {
        return db.sql("select count(*) from mentor_load where proof_expired_on is not null and mentor = ?")
                .param(mentor)
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> choice(String need, String mentor) {
        return Map.of("need", need, "line", 1, "mentor", mentor, "reason", "OTHER");
    }

    private static Map<String, Object> named(String need, String... mentors) {
        return Map.of("need", need, "line", 1, "mentors", List.of(mentors));
    }

    private static JsonNode line(JsonNode lines, String need) {
        for (JsonNode line : lines) {
            if (line.get("need").asString().equals(need)) {
                return line;
            }
        }
        throw new AssertionError("no line of " + need);
    }

    private String need(int seats) {
        return need("COLLEGE_6_5", seats, false);
    }

    private String need(String level, int seats, boolean familyLink) {
        String need = "need-" + UUID.randomUUID();
        new Heard(kafka)
                .tell(
                        "needs.v1",
                        need,
                        new NeedQualified(
                                need,
                                structure,
                                Tokens.account("referente-" + territory),
                                territory,
                                "32",
                                "REP",
                                List.of(new NeedLine(
                                        1,
                                        level,
                                        seats,
                                        List.of("HOMEWORK"),
                                        List.of("SPANISH"),
                                        List.of("VIDEO"),
                                        List.of(),
                                        familyLink)),
                                LocalDate.of(2020, 4, 1),
                                LocalDate.of(2020, 4, 3)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> db.sql("select count(*) from waiting_line where need = ?")
                                .param(need)
                                .query(Integer.class)
                                .single()
                        == 1);
        return need;
    }

    private String mentor() {
        return mentor(true);
    }

    private MentorActivated activated(String mentor, boolean adult) {
        return new MentorActivated(
                mentor,
                adult,
                territory,
                false,
                1,
                List.of(new Skill("SPANISH", "CP_CE2", "LYCEE_PRO")),
                List.of("HOMEWORK"),
                List.of("VIDEO"),
                List.of(),
                LocalDate.of(2020, 4, 2));
    }

    private String mentor(boolean adult) {
        String mentor = "mentor-" + UUID.randomUUID();
        new Heard(kafka).tell("mentors.v1", mentor, activated(mentor, adult));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> db.sql("select count(*) from mentor_load where mentor = ?")
                                .param(mentor)
                                .query(Integer.class)
                                .single()
                        == 1);
        return mentor;
    }

    private void decline(String mentor, String proposal) {
        assertThat(new Http(port)
                        .as(Tokens.mentor(mentor))
                        .post(API + "/proposals/" + proposal + "/decline", "")
                        .status())
                .isEqualTo(200);
        // ten minutes later it is for good
        await().atMost(Duration.ofSeconds(20))
                .until(() -> db.sql("""
                    update proposal set freed_at = freed_at - interval '11 minutes'
                    where proposal = ? and status = 'DECLINED'\
                    """).param(proposal).update() == 1);
    }

    private String open(String need, String mentor) {
        return db.sql("select proposal from proposal where need = ? and mentor = ? and status = 'PROPOSED'")
                .params(need, mentor)
                .query(String.class)
                .single();
    }

    private int proposals(String need, String mentor) {
        return db.sql("select count(*) from proposal where need = ? and mentor = ?")
                .params(need, mentor)
                .query(Integer.class)
                .single();
    }

    private long stored() {
        return db.sql("select count(*) from domain_event").query(Long.class).single();
    }

    private static String code(Http.Answer answer) {
        return answer.json().get("code").asString();
    }

    /** Whoever puts another policy in force does so for a chapter. */
    @AfterEach
    void the_first_policy_is_in_force_again() {
        if (active() != 1) {
            activate(1);
        }
        assertThat(active()).isEqualTo(1);
    }

    private int active() {
        for (JsonNode version : coordination().get(API + "/policies").json()) {
            if (version.get("active").asBoolean()) {
                return version.get("version").asInt();
            }
        }
        throw new AssertionError("no policy is in force");
    }

    private void activate(int version) {
        assertThat(coordination()
                        .post(API + "/policies/" + version + "/activation", Map.of("instead", active()))
                        .json()
                        .get("active")
                        .asBoolean())
                .isTrue();
    }

    private void inForce(ObjectNode policy) {
        activate(published(policy));
    }

    private int published(ObjectNode policy) {
        return coordination()
                .post(API + "/policies", policy.toString())
                .json()
                .get("version")
                .asInt();
    }

    private ObjectNode firstPolicy() {
        return (ObjectNode)
                coordination().get(API + "/policies/1").json().get("policy").deepCopy();
    }

    /** What the référent of this chapter follows, as somebody reads it. */
    private JsonNode load(Http reader) {
        for (JsonNode load : reader.get(API + "/referents").json()) {
            if (load.get("account").asString().equals(Tokens.account("referente-" + territory))) {
                return load;
            }
        }
        throw new AssertionError("no load of " + territory);
    }

    /** A proposal by hand that the mentor has accepted. */
    private String accepted(String need, String mentor) {
        assertThat(referent().post(API + "/matches", choice(need, mentor)).status())
                .isEqualTo(201);
        String proposal = open(need, mentor);
        assertThat(new Http(port)
                        .as(Tokens.mentor(mentor))
                        .post(API + "/proposals/" + proposal + "/acceptance", "")
                        .status())
                .isEqualTo(200);
        return proposal;
    }

    private String pair(String need, String mentor) {
        return referent()
                .post(API + "/proposals/" + accepted(need, mentor) + "/validation", "")
                .json()
                .get("pair")
                .asString();
    }

    private Http referent() {
        return new Http(port).as(Tokens.referent(territory));
    }

    private Http coordination() {
        return new Http(port).as(Tokens.coordinator());
    }
}
