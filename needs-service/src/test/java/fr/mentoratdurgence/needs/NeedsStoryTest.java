package fr.mentoratdurgence.needs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.Samples;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One need from the first form to a qualified need on the topic, over real HTTP, PostgreSQL and Kafka. */
@ServiceTest
@Tag("reliability")
class NeedsStoryTest extends NeedsChapter {
    @Test
    void a_directory_is_imported_and_again_changes_nothing() throws IOException {
        Answer again = coordination.postCsv(API + "/structures/import", sample("/annuaire-extrait.csv"));

        assertThat(again.json().get("accepted").asInt()).isZero();
        assertThat(again.json().get("unchanged").asInt()).isEqualTo(3);
        assertThat(again.json().get("rejected").asInt()).isEqualTo(1);
        JsonNode error = again.json().get("errors").get(0);
        assertThat(error.get("line").asInt()).isEqualTo(5);
        assertThat(error.get("column").asString()).isEqualTo("Identifiant_de_l_etablissement");
        assertThat(error.get("reason").asString()).contains("0940199X");

        JsonNode found = anyone.get(API + "/structures/0940176F").json();
        assertThat(found.get("name").asString()).isEqualTo("École élémentaire Robert Doisneau");
        assertThat(found.get("commune").asString()).isEqualTo("Fresnes");
        assertThat(found.get("academie").asString()).isEqualTo("Créteil");
        assertThat(found.get("priorityStatus").asString()).isEqualTo("REP");
        assertThat(found.get("verified").asBoolean()).isTrue();
        assertThat(anyone.get(API + "/structures/0000000A").status()).isEqualTo(404);
        assertThat(referent.postCsv(API + "/structures/import", "nom;ville\na;b\n")
                        .status())
                .isEqualTo(422);
        for (String way : List.of("/structures/import", "/needs/import")) {
            Answer empty = referent.postCsv(API + way, "");
            assertThat(empty.status()).isEqualTo(422);
            assertThat(empty.body()).contains("Le fichier est vide.");
        }
    }

    @Test
    void a_need_travels_from_the_school_to_the_topic() {
        Answer declared = school.post(API + "/needs", need(12, "14:00", "16:00", ""));
        assertThat(declared.status()).as(declared.body()).isEqualTo(201);
        String need = declared.json().get("need").asString();
        assertThat(declared.json().get("reference").asString()).matches("MU-.{4}-.{4}");
        String one = API + "/needs/" + need;

        assertThat(problem(referent.post(one + "/contact-attempts", "{\"reached\":true}")))
                .isEqualTo("NO_REFERENT");
        assertThat(referent.post(one + "/assignment", "{}").json().get("status").asString())
                .isEqualTo("ASSIGNED");
        Answer late = anyone.as(Tokens.referent("94", "93")).post(one + "/assignment", "{}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("by").asString()).isEqualTo(Tokens.account("referente-94"));
        assertThat(late.json().get("detail").asString())
                .contains("un·e autre référent·e, depuis le")
                .doesNotContain("Compte", "{");
        assertThat(problem(referent.post(one + "/qualification", "{}"))).isEqualTo("NOBODY_REACHED");
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        assertThat(problem(referent.post(
                        one + "/contact-attempts", "{\"reached\":true,\"occurredOn\":\"" + tomorrow + "\"}")))
                .isEqualTo("CONTACT_IN_THE_FUTURE");
        assertThat(referent.post(
                                one + "/contact-attempts",
                                "{\"reached\":true,\"occurredOn\":\"" + LocalDate.now(clock) + "\"}")
                        .status())
                .isEqualTo(200);
        Answer qualified = referent.post(one + "/qualification", "");
        assertThat(qualified.status()).as(qualified.body()).isEqualTo(200);
        assertThat(school.get(one).json().get("status").asString()).isEqualTo("QUALIFIED");

        List<JsonNode> told = heard(need, "needs.need-qualified.v1");
        JsonNode fact = told.getLast().get("data");
        assertThat(fact.get("lines").get(0).get("count").asInt()).isEqualTo(12);
        assertThat(fact.get("departement").asString()).isEqualTo("94");
        assertThat(told)
                .extracting(e -> e.get("type").asString())
                .containsExactly(
                        "needs.need-declared.v1",
                        "needs.need-referent-assigned.v1",
                        "needs.contact-attempted.v1",
                        "needs.need-qualified.v1");
    }

    @Test
    void nobody_sees_or_touches_the_need_of_another_structure_or_territory() {
        String need = declare();
        for (Http other :
                List.of(anyone.as(Tokens.structure("structure-0940198E")), anyone.as(Tokens.referent("93")))) {
            assertThat(other.get(API + "/needs/" + need).status()).isEqualTo(404);
            assertThat(other.get(API + "/needs/" + need + "/contact").status()).isEqualTo(404);
            assertThat(other.get("/besoins/" + need).status()).isEqualTo(404);
            assertThat(other.post(API + "/needs/" + need + "/withdrawal", "{}").status())
                    .isEqualTo(404);
            assertThat(other.get(API + "/needs").body()).doesNotContain(need);
        }
        assertThat(anyone.as(Tokens.structure("structure-0940198E"))
                        .post(API + "/needs", need(3, "14:00", "16:00", ""))
                        .status())
                .isEqualTo(404);
        assertThat(anyone.as(Tokens.coordinator()).get(API + "/needs").body()).contains(need);
        assertThat(school.get(API + "/needs?status=DECLARED").body()).contains(need);
    }

    @Test
    void a_contact_card_is_sealed_its_opening_recorded_and_it_can_be_erased() {
        String need = declare();
        assertThat(db.sql("select string_agg(name_sealed || email_sealed || phone_sealed, ' ') from contact")
                        .query(String.class)
                        .single())
                .doesNotContain("Diallo", "ecole.fr");
        Answer card = referent.get(API + "/needs/" + need + "/contact");
        assertThat(card.json().get("name").asString()).isEqualTo("Mme Diallo");
        assertThat(db.sql("select account || ' ' || role from contact_access where need = ?")
                        .param(need)
                        .query(String.class)
                        .list())
                .containsExactly(Tokens.account("referente-94") + " referent");
        assertThat(school.delete(API + "/needs/" + need + "/contact").status()).isEqualTo(204);
        assertThat(referent.get(API + "/needs/" + need + "/contact").status()).isEqualTo(404);
        assertThat(referent.get(API + "/needs/" + need).status()).isEqualTo(200);
        assertThat(db.sql("select count(*) from domain_event where payload::text ilike '%diallo%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_need_can_be_revised_and_withdrawn() {
        String one = API + "/needs/" + declare();
        assertThat(school.post(one + "/lines/1/revision", "{\"count\":4,\"reason\":\"FEWER_PLACES\"}")
                        .json()
                        .get("places")
                        .asInt())
                .isEqualTo(4);
        assertThat(problem(school.post(one + "/lines/9/revision", "{\"count\":4}")))
                .isEqualTo("UNKNOWN_LINE");
        // all that is wrong, and a count that was forgotten takes no line away
        assertThat(school.post(one + "/lines/1/revision", "{\"count\":501,\"reason\":\"MOOD\"}")
                        .json()
                        .get("errors")
                        .valueStream()
                        .map(fault -> fault.get("field").asString()))
                .containsExactlyInAnyOrder("count", "reason");
        assertThat(problem(school.post(one + "/lines/1/revision", "{}"))).isEqualTo("INVALID_INPUT");
        assertThat(school.post(one + "/withdrawal", "{\"reason\":\"SOLVED_ELSEWHERE\"}")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(problem(referent.post(one + "/assignment", "{}"))).isEqualTo("NEED_WITHDRAWN");
    }

    @Test
    void other_pages_may_call_a_school_by_its_name() {
        JsonNode names = anyone.get(API + "/structures/names?of=0940176F&of=0949988W&of=nonsense")
                .json();
        assertThat(names.size()).isEqualTo(1);
        assertThat(names.get("0940176F").asString()).contains("Doisneau", "Fresnes");
        assertThat(anyone.get(API + "/structures/names").json().size()).isZero();
    }

    @Test
    void primary_school_lines_wait_for_the_family_link() {
        String body = need(3, "14:00", "16:00", "").replace("COLLEGE_4_3", "CM1_CM2");
        String one = API + "/needs/"
                + school.post(API + "/needs", body).json().get("need").asString();
        assertThat(referent.post(one + "/assignment", "{}").status()).isEqualTo(200);
        assertThat(referent.post(one + "/contact-attempts", "{\"reached\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(problem(referent.post(one + "/qualification", "{}"))).isEqualTo("FAMILY_LINK_MISSING");
        assertThat(referent.post(one + "/qualification", "{\"familyLinkAcknowledged\":true}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void who_only_reaches_the_broker_opens_no_card() {
        String need = declare();
        String card = "/besoins/" + need + "/contact";
        Http mentor = anyone.as(Tokens.mentor("mentor-of-" + need));
        Map<String, String> pair = Map.of("pair", "pair-of-" + need, "need", need, "mentor", "mentor-of-" + need);
        try (KafkaProducer<String, byte[]> stranger = LocalParts.stranger()) {
            Samples.tell(stranger, "followup", "pair-opened", pair);
        }
        waitUntil(() -> db.sql("select count(*) from dead_letter where record_key = ? and cause like 'FORGED: %'")
                        .param("pair-of-" + need)
                        .query(Integer.class)
                        .single()
                == 1);
        assertThat(mentor.get(card).status()).isEqualTo(404);
        assertThat(anyone.as(Tokens.role("ops")).get(API + "/ops/dead-letters").body())
                .contains("pair-of-" + need, "FORGED");

        // and the pair's own story is not held up by it
        Samples.tell("followup", "pair-opened", pair);
        waitUntil(() -> mentor.get(card).status() == 200);
    }
}
