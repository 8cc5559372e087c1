package fr.mentoratdurgence.needs.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who changes a need may say what was read of it before (If-Match). */
@ServiceTest
class WhatWasReadTest {
    private static final String API = "/api/needs/v1/needs";
    private static final String CALLED = "{\"reached\":false}";

    @LocalServerPort
    private int port;

    private Http team;
    private String need;

    @BeforeEach
    void a_need_that_somebody_follows() {
        team = new Http(port).as(Tokens.coordinator());
        assertThat(team.postCsv("/api/needs/v1/structures/import", """
            UAI;Nom;Code_commune;Nom_commune
            0330001X;Ecole;33063;Bordeaux
            """).status())
                .isEqualTo(200);
        need = API + "/" + team.post(API, """
            {"structure":"0330001X","contact":{"name":"Mme Diallo","phone":"0123456789"},
             "lines":[{"levelBand":"COLLEGE_6_5","count":3,"supports":["METHOD"],"channels":["VIDEO"]}]}\
            """).json().get("need").asString();
        assertThat(team.post(need + "/assignment", "{}").status()).isEqualTo(200);
    }

    @Test
    void a_need_that_was_changed_since_it_was_read_is_not_changed_again_until_it_is_read_again() {
        String read = mark();
        assertThat(team.post(need + "/contact-attempts", CALLED).status()).isEqualTo(200);

        Answer stale = team.with("If-Match", read).post(need + "/withdrawal", "{\"reason\":\"OTHER\"}");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().get("code").asString()).isEqualTo("CHANGED_MEANWHILE");
        assertThat(stale.json().get("title").asString()).isEqualTo("Cela a changé entre-temps");
        assertThat(stale.json().get("detail").asString()).contains("rien n’a été fait. Relisez-le");
        assertThat(stale.response().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(team.get(need).json().get("status").asString()).isNotEqualTo("WITHDRAWN");

        Answer withdrawn =
                team.with("If-Match", "\"another\", " + mark()).post(need + "/withdrawal", "{\"reason\":\"OTHER\"}");
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(withdrawn.json().get("status").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void the_same_request_sent_twice_has_its_first_answer_though_it_changed_what_it_had_read() {
        Http keyed = team.with("If-Match", mark()).with("Idempotency-Key", "read-" + need);
        Answer first = keyed.post(need + "/contact-attempts", CALLED);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(keyed.post(need + "/contact-attempts", CALLED).status()).isEqualTo(200);
        assertThat(team.with("If-Match", mark())
                        .with("Idempotency-Key", "read-" + need)
                        .post(need + "/contact-attempts", CALLED)
                        .status())
                .as("another reading is another request")
                .isEqualTo(409);
    }

    @Test
    void of_those_who_read_the_same_and_act_at_once_one_succeeds() throws Exception {
        int together = 6;
        Http reader = team.with("If-Match", mark());
        CountDownLatch begin = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> act = () -> {
                begin.await();
                return reader.post(need + "/contact-attempts", CALLED).status();
            };
            List<Future<Integer>> acts =
                    Stream.generate(() -> people.submit(act)).limit(together).toList();
            begin.countDown();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> one : acts) {
                answers.add(one.get());
            }
            assertThat(answers).containsOnlyOnce(200).hasSize(together);
            assertThat(answers.stream().filter(status -> status != 200)).containsOnly(412);
        }
    }

    @Test
    void whatever_it_is_now_is_enough_where_any_will_do_and_what_is_not_there_is_not_found() {
        assertThat(team.with("If-Match", "*")
                        .post(need + "/contact-attempts", CALLED)
                        .status())
                .isEqualTo(200);
        assertThat(team.with("If-Match", "nonsense")
                        .post(need + "/contact-attempts", CALLED)
                        .status())
                .isEqualTo(412);
        for (Http nobodys : List.of(team, new Http(port).as(Tokens.referent("94")))) {
            String other = nobodys == team ? API + "/need-nowhere" : need;
            assertThat(nobodys.with("If-Match", "*")
                            .post(other + "/contact-attempts", CALLED)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void an_address_that_compares_nothing_says_so_instead_of_passing_over_it() {
        Answer refused = team.with("If-Match", mark()).post(API, "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("If-Match");
        assertThat(refused.json().at("/errors/0/detail").asString()).contains("renvoyez la demande sans If-Match");
        assertThat(team.with("If-Match", mark()).get(need).status()).isEqualTo(200);
    }

    private String mark() {
        return team.get(need).response().headers().firstValue("ETag").orElseThrow();
    }
}
