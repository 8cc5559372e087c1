package fr.mentoratdurgence.needs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A finger that taps many times, a program that does not wait, and fields that nobody asked for. */
@ServiceTest
@Tag("reliability")
class TwiceSentTest extends NeedsChapter {
    private static final int AT_ONCE = 20;
    private static final int ROUNDS = 2 * Integer.getInteger("rounds", 1);

    /** Names that stand somewhere in what is stored or believed; a caller may not say any of them. */
    private static final List<String> UNASKED = List.of(
            "status",
            "referent",
            "need",
            "account",
            "role",
            "actor",
            "territory",
            "departement",
            "academie",
            "structureId",
            "qualifiedOn",
            "withdrawn",
            "reached",
            "source",
            "reference",
            "contact.id",
            "__proto__",
            "class.module.classLoader");

    @Test
    void a_form_that_is_sent_many_times_at_once_declares_one_need() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String draft = draftBeforeContact(anyone);
            step(draft + "/contact", Map.of("name", "Mme Diallo", "email", "diallo@ecole.fr"));
            int before = count("need");

            List<Answer> answers = atOnce(() -> anyone.postForm(draft + "/verification", Map.of()));

            assertThat(answers).allMatch(answer -> answer.status() == 303, "sent on");
            assertThat(answers)
                    .extracting(Answer::location)
                    .containsOnly(answers.getFirst().location());
            assertThat(answers.getFirst().location()).startsWith("/besoins/confirmation/MU-");
            assertThat(count("need")).isEqualTo(before + 1);
        }
    }

    @Test
    void a_program_that_sends_the_same_many_times_at_once_declares_one_need() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Http program = school.with("Idempotency-Key", "envoi-" + UUID.randomUUID());
            int before = count("need");

            List<Answer> answers = atOnce(() -> program.post(API + "/needs", need(3, "14:00", "16:00", "")));

            assertThat(answers).allMatch(answer -> answer.status() == 201, "declared");
            assertThat(answers)
                    .extracting(Answer::body)
                    .containsOnly(answers.getFirst().body());
            assertThat(count("need")).isEqualTo(before + 1);
        }
    }

    @Test
    void a_field_that_nobody_asked_for_has_no_effect() {
        ObjectNode body = (ObjectNode) JSON.readTree(need(3, "14:00", "16:00", ""));
        UNASKED.forEach(name -> body.put(name, "QUALIFIED"));

        Answer told = school.post(API + "/needs", body.toString());

        // taken without them, or refused as a whole: never with them
        if (told.status() == 201) {
            assertDeclaredAsAnyOther(told.json().get("need").asString());
        } else {
            assertThat(told.status()).isIn(400, 422);
        }

        String draft = anyone.postForm("/besoins/declarer", with(Map.of("uai", "0940176F")))
                .location()
                .replaceFirst("/[a-z]+$", "");
        step(draft + "/jeunes/1", with(Map.of("levelBand", "LYCEE_PRO", "count", "2", "supports", "METHOD")));
        step(draft + "/organisation", with(Map.of("channels", "PHONE", "priorityAudience", "NONE")));
        step(draft + "/contact", with(Map.of("name", "Mme Diallo", "email", "diallo@ecole.fr")));
        step(draft + "/verification", with(Map.of()));
        assertDeclaredAsAnyOther(db.sql("select need from need order by declared_at desc, need limit 1")
                .query(String.class)
                .single());
    }

    private void assertDeclaredAsAnyOther(String need) {
        Map<String, Object> row =
                db.sql("select * from need where need = ?").param(need).query().singleRow();
        assertThat(row.get("referent")).isNull();
        assertThat(row.get("qualified_on")).isNull();
        assertThat(row.get("structure")).isEqualTo(OWN);
        assertThat(row.get("departement")).isEqualTo("94");
        assertThat(row.values()).doesNotContain("QUALIFIED");
    }

    private static Map<String, String> with(Map<String, String> asked) {
        Map<String, String> fields = new HashMap<>();
        UNASKED.forEach(name -> fields.put(name, "QUALIFIED"));
        fields.putAll(asked);
        return fields;
    }

    private static List<Answer> atOnce(Supplier<Answer> sending) throws Exception {
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        Callable<Answer> one = () -> {
            together.await();
            return sending.get();
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                sent.add(threads.submit(one));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
