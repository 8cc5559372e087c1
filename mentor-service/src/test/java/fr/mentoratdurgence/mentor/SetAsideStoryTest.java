package fr.mentoratdurgence.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.matching.v1.MentorReleased;
import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.test.Consumers;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A mentor who was set aside to protect a young person comes back; on real PostgreSQL. */
@ServiceTest
class SetAsideStoryTest {
    private static final String API = "/api/mentors/v1/mentors";
    private static final String TERRITORY = "19";
    private final String today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();

    @Autowired
    Inbox inbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    private Http referent;
    private Http coordination;

    @BeforeEach
    void people() {
        db.sql("delete from set_aside_mark").update();
        db.sql("delete from set_aside_release").update();
        referent = new Http(port).as(Tokens.referent(TERRITORY));
        coordination = new Http(port).as(Tokens.coordinator());
    }

    @Test
    void the_table_of_contracts_says_what_is_heard_here() throws IOException {
        Consumers.check("mentors", inbox.hearing().heard());
    }

    @Test
    void who_was_set_aside_is_recognised_after_an_erasure_and_the_team_looks_before_anything() {
        String first = apply("Élodie", "N'Guyen-Roy", "elodie.nguyen@exemple.fr", "06 39 98 10 01", TERRITORY);
        String pair = opened(first);
        erase(first); // faster than the word of the interruption
        assertThat(marks()).isEqualTo(3);
        hear(pair, interrupted(pair, first, "SAFEGUARDING"));
        assertThat(db.sql("select count(*) from mentor_identity where mentor = ?")
                        .param(first)
                        .query(Integer.class)
                        .single())
                .isZero();

        // nothing is told: the same answer as to anybody
        Http.Answer anybody = send("Marc", "Petit", "marc.petit@exemple.fr", "06 39 98 10 09", TERRITORY);
        Http.Answer answer = send("Zoé", "Martin", "Elodie.Nguyen+2@exemple.fr", "06 39 98 10 02", TERRITORY);
        assertThat(answer.status()).isEqualTo(anybody.status());
        assertThat(answer.json().propertyNames()).isEqualTo(anybody.json().propertyNames());
        String again = answer.json().path("mentor").asString();
        Http self = new Http(port).as(Tokens.mentor(again));
        assertThat(self.get(API + "/me").body()).doesNotContain(first, "EMAIL", "eturn");
        assertThat(self.get("/mentors/mon-espace").body()).doesNotContain("mise à l’écart");

        // the team reads it on the list and in the file, and nothing goes on before
        assertThat(referent.get("/mentors").body()).contains("Peut-être une personne mise à l’écart");
        assertThat(referent.get("/mentors/" + again).body())
                .contains("Peut-être la même personne qu’une personne mise à l’écart", "Même adresse électronique")
                .doesNotContain("Enregistrer l’entretien");
        assertThat(by(again)).containsExactly("EMAIL");
        String path = API + "/" + again;
        assertThat(code(referent.post(path + "/interview", Map.of("heldOn", today, "passed", true))))
                .isEqualTo("POSSIBLE_RETURN");
        assertThat(code(referent.post(path + "/proof", Map.of("kind", "B3_SHOWN", "issuedOn", today))))
                .isEqualTo("POSSIBLE_RETURN");
        assertThat(code(referent.post(path + "/account", "{}"))).isEqualTo("POSSIBLE_RETURN");
        assertThat(referent.postForm("/mentors/" + again + "/entretien", Map.of("heldOn", today, "passed", "oui"))
                        .body())
                .contains("regardez, et notez votre décision avant tout autre geste");

        // what is decided is a fact; that the same person returns is a coordinator's word
        assertThat(code(referent.post(path + "/possible-return", Map.of("decision", "MAY_RETURN"))))
                .isEqualTo("COORDINATOR_DECIDES");
        assertThat(referent.postForm("/mentors/" + again + "/retour", Map.of()).status())
                .isEqualTo(422);
        assertThat(referent.postForm("/mentors/" + again + "/retour", Map.of("decision", "SAME_PERSON"))
                        .status())
                .isEqualTo(303);
        assertThat(code(referent.post(path + "/interview", Map.of("heldOn", today, "passed", true))))
                .isEqualTo("POSSIBLE_RETURN");
        assertThat(code(referent.post(path + "/possible-return", Map.of("decision", "OTHER_PERSON"))))
                .isEqualTo("COORDINATOR_DECIDES");
        assertThat(coordination
                        .post(path + "/possible-return", Map.of("decision", "MAY_RETURN"))
                        .status())
                .isEqualTo(200);
        assertThat(referent.post(path + "/interview", Map.of("heldOn", today, "passed", true))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_telephone_in_another_shape_or_the_name_in_another_order_is_enough_and_another_departement_is_not() {
        String first = apply("Élodie", "N'Guyen-Roy", "elodie@exemple.fr", "06 39 98 11 01", TERRITORY);
        String pair = opened(first);
        hear(pair, interrupted(pair, first, "SAFEGUARDING"));
        erase(first);

        String phone = apply("Ada", "Autre", "ada.autre@exemple.fr", "+33 6.39.98.11.01", TERRITORY);
        assertThat(by(phone)).containsExactly("PHONE");
        String name = apply("NGUYEN ROY", "Elodie", "roy@exemple.fr", "06 39 98 11 02", TERRITORY);
        assertThat(by(name)).containsExactly("NAME");
        String elsewhere = apply("Élodie", "N'Guyen-Roy", "homonyme@exemple.fr", "06 39 98 11 03", "75");
        assertThat(coordination.get(API + "/" + elsewhere + "/possible-return").status())
                .isEqualTo(204);
        assertThat(referent.post(API + "/" + phone + "/possible-return", Map.of("decision", "OTHER_PERSON"))
                        .status())
                .isEqualTo(200);
        assertThat(referent.get("/mentors/" + phone).body()).contains("Enregistrer l’entretien");
    }

    @Test
    void a_second_file_that_is_here_already_is_shown_when_the_first_is_set_aside() {
        String first = apply("Ugo", "Lambert", "ugo@exemple.fr", "06 39 98 12 01", TERRITORY);
        String second = apply("Ugolin", "Lambertin", "ugolin@exemple.fr", "0639981201", TERRITORY);
        String pair = opened(first);
        assertThat(referent.get(API + "/" + second + "/possible-return").status())
                .isEqualTo(204);
        hear(pair, interrupted(pair, first, "SAFEGUARDING"));
        assertThat(by(second)).containsExactly("PHONE");
        assertThat(facts(second)).as("nobody proposes who is not active").isEmpty();
    }

    @Test
    void of_a_second_file_that_is_active_the_others_hear_that_nothing_is_proposed_until_the_team_has_decided() {
        String first = apply("Abel", "Girard", "abel@exemple.fr", "06 39 98 14 01", TERRITORY);
        String second = apply("Abélard", "Girardin", "abelard@exemple.fr", "0639981401", TERRITORY);
        Http self = new Http(port).as(Tokens.mentor(second));
        String path = API + "/" + second;
        referent.post(path + "/interview", Map.of("heldOn", today, "passed", true));
        referent.post(path + "/proof", Map.of("kind", "B3_SHOWN", "issuedOn", today));
        self.post(API + "/me/charter", Map.of("version", 1));
        self.post(API + "/me/training", Map.of("module", "CORE"));
        assertThat(referent.get(path).json().path("status").asString()).isEqualTo("ACTIVE");

        String pair = opened(first);
        hear(pair, interrupted(pair, first, "SAFEGUARDING"));
        assertThat(by(second)).containsExactly("PHONE");
        assertThat(facts(second)).containsExactly("HeldForReview");
        assertThat(self.get("/mentors/mon-espace").body()).contains("Tout est prêt");
        assertThat(referent.post(path + "/possible-return", Map.of("decision", "SAME_PERSON"))
                        .status())
                .isEqualTo(200);
        assertThat(facts(second)).containsExactly("HeldForReview");
        assertThat(coordination
                        .post(path + "/possible-return", Map.of("decision", "MAY_RETURN"))
                        .status())
                .isEqualTo(200);
        assertThat(facts(second)).containsExactly("HeldForReview", "ReviewEnded");

        // what is heard anew is looked at anew
        String another = opened(first);
        hear(another, interrupted(another, first, "SAFEGUARDING"));
        assertThat(facts(second)).containsExactly("HeldForReview", "ReviewEnded", "HeldForReview");
    }

    @Test
    void whom_it_concerns_reads_in_no_answer_that_the_team_looks() {
        String first = apply("Iris", "Moreau", "iris@exemple.fr", "06 39 98 15 01", TERRITORY);
        String pair = opened(first);
        hear(pair, interrupted(pair, first, "SAFEGUARDING"));
        String again = apply("Irène", "Morel", "irene@exemple.fr", "0639981501", TERRITORY);
        Http self = new Http(port).as(Tokens.mentor(again));
        for (Http.Answer answer : List.of(
                self.post(API + "/me/charter", Map.of("version", 1)),
                self.post(API + "/me/training", Map.of("module", "CORE")))) {
            assertThat(code(answer)).isEqualTo("TEAM_FIRST");
            assertThat(answer.body()).doesNotContain("écart", "RETURN", first);
        }
    }

    @Test
    void who_was_released_by_a_coordinator_is_recognised_no_more_in_whatever_order_the_two_are_heard() {
        Map<String, String> names = Map.of("CLEARED", "Denis", "RECORDED_BY_MISTAKE", "Perrin", "OTHER", "Caron");
        names.forEach((reason, name) -> {
            String mail = "lea." + name.toLowerCase(Locale.ROOT) + "@exemple.fr";
            String first = apply("Léa", name, mail, "06 39 98 16 01", TERRITORY);
            String pair = opened(first);
            ReceivedEvent interruption = Heard.event(pair, interrupted(pair, first, "SAFEGUARDING"));
            ReceivedEvent release = Heard.event(first, new MentorReleased(first, reason, Instant.now()));
            hear(interruption);
            assertThat(marks()).isEqualTo(3);
            hear(release);
            assertThat(marks()).isZero();
            hear(interruption); // told again, or late: a decision came after it
            assertThat(marks()).isZero();
            erase(first);
            String again = apply("Léa", name, mail, "06 39 98 16 01", TERRITORY);
            assertThat(flagged(again)).isFalse();

            // what happens afterwards counts
            String next = opened(again);
            hear(next, interrupted(next, again, "SAFEGUARDING"));
            assertThat(marks()).isEqualTo(3);
            hear(Heard.event(again, new MentorReleased(again, reason, Instant.now())));
            erase(again);
        });
    }

    @Test
    void a_release_takes_back_no_later_interruption_and_keeps_what_a_living_pair_may_need() {
        String first = apply("Théo", "Roux", "theo@exemple.fr", "06 39 98 17 01", TERRITORY);
        String living = opened(first);
        String pair = opened(first);
        ReceivedEvent before = Heard.event(pair, new MentorReleased(first, "CLEARED", Instant.now()));
        hear(pair, interrupted(pair, first, "SAFEGUARDING"));
        hear(before);
        assertThat(marks()).isEqualTo(3);
        assertThat(by(apply("Théodore", "Rousse", "theodore@exemple.fr", "0639981701", TERRITORY)))
                .containsExactly("PHONE");

        erase(first);
        hear(Heard.event(pair, new MentorReleased(first, "CLEARED", Instant.now())));
        assertThat(marks()).as("a pair of who was erased still lives").isEqualTo(3);
        assertThat(flagged(apply("Tobie", "Roussel", "tobie@exemple.fr", "0639981701", TERRITORY)))
                .isFalse();
        hear(living, new PairClosed(living, "need-1", 1, 1, first, true, LocalDate.of(2020, 5, 4)));
        assertThat(marks()).isZero();
    }

    @Test
    void who_was_not_set_aside_leaves_nothing_and_nothing_can_be_read_of_who_was() {
        String good = apply("Lina", "Faure", "lina@exemple.fr", "06 39 98 13 01", TERRITORY);
        String pair = opened(good);
        erase(good);
        assertThat(marks()).isEqualTo(3);
        hear(pair, new PairClosed(pair, "need-1", 1, 1, good, true, LocalDate.of(2020, 5, 4)));
        assertThat(marks()).isZero();

        String other = apply("Noé", "Blanc", "noe.blanc@exemple.fr", "06 39 98 13 02", TERRITORY);
        String hash = db.sql("select email_hash from mentor_identity where mentor = ?")
                .param(other)
                .query(String.class)
                .single();
        String last = opened(other);
        hear(last, interrupted(last, other, "SAFEGUARDING"));
        List<String> rows = db.sql("select set_aside_mark::text from set_aside_mark")
                .query(String.class)
                .list();
        assertThat(rows).hasSize(3).noneMatch(row -> row.contains("noe") || row.contains("639981302"));
        assertThat(rows).as("a key of its own").noneMatch(row -> row.contains(hash));
        List<String> hashes =
                db.sql("select hash from set_aside_mark").query(String.class).list();
        assertThat(db.sql("select payload::text || meta_data::text from domain_event")
                        .query(String.class)
                        .list())
                .noneMatch(event -> hashes.stream().anyMatch(event::contains));
    }

    private static PairInterrupted interrupted(String pair, String mentor, String reason) {
        return new PairInterrupted(
                pair, "need-1", 1, 1, mentor, "YOUTH", reason, "REPLACE", null, LocalDate.of(2020, 5, 4));
    }

    private List<String> by(String mentor) {
        JsonNode found =
                coordination.get(API + "/" + mentor + "/possible-return").json().path("by");
        return found.valueStream().map(JsonNode::asString).toList();
    }

    private boolean flagged(String mentor) {
        return coordination.get(API + "/" + mentor + "/possible-return").status() == 200;
    }

    private int marks() {
        return db.sql("select count(*) from set_aside_mark")
                .query(Integer.class)
                .single();
    }

    private void erase(String mentor) {
        assertThat(new Http(port).as(Tokens.mentor(mentor)).delete(API + "/me").status())
                .isEqualTo(204);
    }

    private String opened(String mentor) {
        String pair = "pair-" + UUID.randomUUID();
        hear(
                pair,
                new PairOpened(
                        pair,
                        "proposal-1",
                        new PairTerms(
                                "need-1",
                                1,
                                1,
                                mentor,
                                "structure-0940176F",
                                "account-referente",
                                TERRITORY,
                                "22",
                                "COLLEGE_6_5",
                                "REP",
                                LocalDate.of(2020, 4, 1)),
                        LocalDate.of(2020, 4, 20),
                        Instant.parse("2020-04-22T10:00:00Z")));
        return pair;
    }

    private void hear(String pair, Object contract) {
        hear(Heard.event(pair, contract));
    }

    private void hear(ReceivedEvent event) {
        transaction.executeWithoutResult(_ -> inbox.hearing().on(event));
    }

    /** What the others are told of a mentor's review, in order. */
    private List<String> facts(String mentor) {
        return db.sql("""
                select substring(payload_type from 9) from domain_event where aggregate_id = ?
                and payload_type in ('mentors.HeldForReview', 'mentors.ReviewEnded')
                order by sequence_number""").param(mentor).query(String.class).list();
    }

    private String apply(String firstName, String lastName, String email, String phone, String departement) {
        return send(firstName, lastName, email, phone, departement)
                .json()
                .path("mentor")
                .asString();
    }

    private Http.Answer send(String firstName, String lastName, String email, String phone, String departement) {
        return new Http(port).post(API, """
                {"firstName":"%s","lastName":"%s","email":"%s","phone":"%s","adult":true,"departement":"%s",
                 "anywhere":false,"supports":["METHOD"],"channels":["VIDEO"],"capacity":1}""".formatted(firstName, lastName, email, phone, departement));
    }

    private static String code(Http.Answer answer) {
        return answer.json().path("code").asString();
    }
}
