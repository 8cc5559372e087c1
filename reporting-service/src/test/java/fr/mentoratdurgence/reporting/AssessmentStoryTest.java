package fr.mentoratdurgence.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.bilan.Secrecy;
import fr.mentoratdurgence.reporting.bilan.Territory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.TestPropertySource;

/** A bilan from the request to the public page, in all its forms, on real parts. */
@ServiceTest
@TestPropertySource(properties = "story=assessment")
class AssessmentStoryTest {
    private static final String API = "/api/reporting/v1";
    private static final List<Told> SEASON = Season.tied(77, 60);
    private static final Instant END = SEASON.getLast().at();
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant LAST_DAY = LocalDate.ofInstant(END, PARIS)
            .plusDays(1)
            .atStartOfDay(PARIS)
            .toInstant()
            .minusMillis(1);

    @Autowired
    private JdbcClient db;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    private final int port;
    private final Http everybody;
    private final Http analyst;
    private final Http coordinator;

    AssessmentStoryTest(@LocalServerPort int port) {
        this.port = port;
        everybody = new Http(port);
        analyst = everybody.as(Tokens.role("analyst"));
        coordinator = everybody.as(Tokens.coordinator());
    }

    /** Straight into the history of a database of its own: other stories tell theirs to the same topics. */
    @BeforeEach
    void a_season_is_known() {
        listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
        db.sql(
                        "select history_partition_for(cast(month as date)) from generate_series(cast(? as date), cast(? as date), interval '1 day') month")
                .params(
                        SEASON.getFirst().at().toString().substring(0, 10),
                        END.toString().substring(0, 10))
                .query((_, _) -> "")
                .list();
        for (Told told : SEASON) {
            db.sql("""
                    insert into history(event_id, source, type, subject, sequence, recorded_at, received_at,
                                        attributes, data)
                    values (?, ?, ?, ?, ?, ?, ?, '{}', cast(? as json)) on conflict do nothing""")
                    .params(
                            told.id(),
                            told.source(),
                            told.type(),
                            told.subject(),
                            told.sequence(),
                            told.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                            told.at().atOffset(ZoneOffset.UTC),
                            told.data())
                    .update();
        }
    }

    @Test
    void an_assessment_is_computed_sealed_published_and_corrected() {
        String id = request("{\"asOf\":\"" + LAST_DAY + "\"}");
        var computed = analyst.get(API + "/assessments/" + id).json();
        assertThat(computed.get("status").asString()).isEqualTo("COMPUTED");
        assertThat(computed.get("version").asInt()).isEqualTo(1);
        assertThat(computed.get("publishedHash").asString()).hasSize(64);
        assertThat(analyst.post(API + "/assessments/" + id + "/publication", "{}")
                        .body())
                .contains("ASSESSMENT_NOT_SEALED", "Scellez-le");

        assertThat(analyst.post(API + "/assessments/" + id + "/sealing", "{}").status())
                .isEqualTo(200);
        assertThat(everybody.get("/bilan/public/" + id).status()).isEqualTo(404);
        assertThat(analyst.post(API + "/assessments/" + id + "/publication", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(everybody.get("/bilan/public").body()).contains(id);
        assertThat(everybody.get("/bilan/public/" + id).body())
                .contains("Du besoin au binôme", computed.get("publishedHash").asString())
                .doesNotContain(computed.get("exactHash").asString(), "??");

        String again = "{\"asOf\":\"" + LAST_DAY + "\",\"corrects\":\"" + id + "\"}";
        String next = request(again);
        String late = request(again);
        var second = analyst.get(API + "/assessments/" + next).json();
        assertThat(second.get("version").asInt()).isEqualTo(2);
        assertThat(second.get("corrects").asString()).isEqualTo(id);
        assertThat(correctedBy(id))
                .as("what is only asked for replaces nothing")
                .isNull();

        act(next, "sealing", 200);
        assertThat(correctedBy(id)).isEqualTo(next);
        assertThat(act(late, "sealing", 409).body()).contains("ASSESSMENT_ALREADY_CORRECTED");
        assertThat(analyst.post(API + "/assessments", again).status()).isEqualTo(409);
        assertThat(everybody.get("/bilan/public/" + id).body()).contains("pas encore publiée");
        act(next, "publication", 200);
        assertThat(everybody.get("/bilan/public/" + id).body()).contains("/bilan/public/" + next);
        assertThat(everybody.get("/bilan/public").body()).contains("version 1 (corrigée depuis)", "version 2");
    }

    private @Nullable String correctedBy(String assessment) {
        return analyst.get(API + "/assessments/" + assessment)
                .json()
                .path("correctedBy")
                .asString(null);
    }

    private Http.Answer act(String assessment, String what, int status) {
        Http.Answer answer = analyst.post(API + "/assessments/" + assessment + "/" + what, "{}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    @Test
    void a_correction_keeps_where_and_until_which_day_and_for_others_than_analysts_also_when() {
        String id = request("{\"asOf\":\"" + LAST_DAY + "\",\"territory\":\"departement-94\"}");
        act(id, "sealing", 200);
        String other = "{\"asOf\":\"" + END + "\",\"corrects\":\"" + id + "\"";
        assertThat(analyst.post(API + "/assessments", other + "}").body()).contains("garde le territoire");
        assertThat(analyst.post(
                                API + "/assessments",
                                other + ",\"territory\":\"departement-94\",\"happenedUntil\":\"2020-04-30\"}")
                        .body())
                .contains("garde le dernier jour compté");
        Http.Answer answer = coordinator.post(API + "/assessments", other + ",\"territory\":\"national\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().get("asOf").asString()).isEqualTo(LAST_DAY.toString());
        assertThat(answer.json().get("territory").asString()).isEqualTo("departement-94");
    }

    @Test
    void what_is_published_tells_how_many_facts_only_in_steps_also_as_a_file_for_everybody() {
        String id = request("{\"asOf\":\"" + LAST_DAY + "\"}");
        act(id, "sealing", 200);
        act(id, "publication", 200);
        Bilan published = Secrecy.publish(Season.bilan(heard(), Scope.at(LAST_DAY)), Territory.NATION);

        var json = everybody.get("/bilan/public/" + id + "/bilan").json();
        assertThat(json.get("events").asLong()).isEqualTo(published.events()).isEqualTo(heard().size() / 5 * 5L);
        assertThat(json.get("hash").asString()).isEqualTo(published.hash());
        assertThat(coordinator
                        .get(API + "/assessments/" + id + "/bilan")
                        .json()
                        .get("events")
                        .asLong())
                .isEqualTo(published.events());
        assertThat(everybody.get("/bilan/public/assessment-0/bilan").status()).isEqualTo(404);

        var status = coordinator.get(API + "/history/status").json();
        assertThat(status.get("events").asLong() % 5).isZero();
        assertThat(status.get("types").size()).isZero();
        assertThat(status.has("first") && !status.get("first").isNull()).isFalse();
    }

    @Test
    void only_the_figures_of_a_whole_day_are_published() {
        String id = request("{\"asOf\":\"" + END + "\"}");
        act(id, "sealing", 200);
        assertThat(act(id, "publication", 409).body()).contains("ASSESSMENT_NOT_OF_A_DAY", "date d’hier");
    }

    @Test
    void every_form_has_the_same_figures_and_the_same_hash(@TempDir Path folder) throws Exception {
        String id = request("{\"asOf\":\"" + END + "\"}");
        String base = API + "/assessments/" + id + "/bilan";
        for (Http reader : List.of(analyst, coordinator)) {
            String token = reader == analyst ? Tokens.role("analyst") : Tokens.coordinator();
            var json = reader.get(base).json();
            String hash = json.get("hash").asString();
            Bilan text = Bilan.read(reader.get(base + ".txt").body(), 0);
            assertThat(text.hash()).isEqualTo(hash);
            assertThat(reader.get(base + ".csv").body())
                    .startsWith("\uFEFFCode;")
                    .contains(hash);

            Path parquet = folder.resolve("bilan.parquet");
            Files.write(parquet, bytes(base + ".parquet", token));
            try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                    var statement = duck.createStatement();
                    var rows = statement.executeQuery("select count(*), min(hash), max(hash), sum(case when code = "
                            + "'funnel.asked' and axis is null then value end) from '" + parquet + "'")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(2)).isEqualTo(hash).isEqualTo(rows.getString(3));
                assertThat(rows.getBigDecimal(4))
                        .isEqualByComparingTo(text.figure("funnel.asked").value());
            }

            byte[] pdf = bytes(base + ".pdf", token);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                        .as("tagged")
                        .isTrue();
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
                assertThat(document.getDocumentInformation().getTitle()).startsWith("Bilan, Toute l’opération");
                assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                        .contains(hash);
            }
            assertThat(json.get("published").asBoolean()).isEqualTo(reader == coordinator);
        }
    }

    @Test
    void what_others_than_analysts_see_is_what_may_be_published() {
        Bilan published = Secrecy.publish(Season.bilan(heard(), Scope.at(LAST_DAY)), Territory.NATION);

        var answer = coordinator
                .get(API + "/bilan?asOf=" + LocalDate.ofInstant(LAST_DAY, PARIS))
                .json();
        assertThat(answer.get("published").asBoolean()).isTrue();
        assertThat(answer.get("hash").asString()).isEqualTo(published.hash());
    }

    @Test
    void all_faults_of_a_request_are_told_at_once() {
        Http.Answer answer = coordinator.post(API + "/assessments", """
                {"asOf":"hier","happenedUntil":"demain","territory":"lune"}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(v -> v.get("field").asString()))
                .containsExactlyInAnyOrder("asOf", "happenedUntil", "territory");
        assertThat(coordinator
                        .get(API + "/bilan?asOf=hier&territory=lune")
                        .json()
                        .get("errors"))
                .hasSize(2);
    }

    @Test
    void published_figures_cannot_be_asked_for_instant_by_instant() {
        for (String path : List.of("/bilan?asOf=", "/bilan/comparer?jourB=2020-05-11&jourA=", API + "/bilan?asOf=")) {
            Http.Answer answer = coordinator.get(path + END);
            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(answer.body()).as(path).contains("par jour entier");
        }
        assertThat(coordinator
                        .post(API + "/assessments", "{\"asOf\":\"" + END + "\"}")
                        .status())
                .isEqualTo(422);
        String page = coordinator
                .get("/bilan?asOf=" + LocalDate.ofInstant(LAST_DAY, PARIS))
                .body();
        assertThat(page)
                .contains("/bilan/tableaux?asOf=" + LocalDate.ofInstant(LAST_DAY, PARIS) + "#")
                .doesNotContain("asOf=" + LAST_DAY);
    }

    @Test
    void who_sees_exact_figures_is_written_down_for_ever() {
        long before =
                db.sql("select count(*) from exact_view").query(Long.class).single();
        analyst.get("/bilan/carte?asOf=" + END);
        coordinator.get("/bilan/carte?asOf=" + LocalDate.ofInstant(LAST_DAY, PARIS));

        analyst.get("/bilan/historique?type=needs.need-declared.v1");

        assertThat(db.sql("select count(*) from exact_view").query(Long.class).single())
                .isEqualTo(before + 2);
        assertThat(coordinator.get("/bilan/consultations").body())
                .contains("account-", "Page", "Historique, fait par fait");
    }

    @Test
    void bad_questions_are_answered_in_french() {
        Map<String, String> questions = Map.of(
                "territory=lune", "Ce territoire n’existe pas",
                "happenedUntil=hier", "Ce jour n’est pas lisible",
                "asOf=2999-01-01", "pas encore passée",
                "asOf=1999-01-01", "Le premier fait est du ",
                "happenedUntil=2199-01-01", "Ce jour vient après la date d’arrêté",
                "happenedUntil=%2B999999999-12-31", "Ce jour n’est pas lisible");
        questions.forEach((query, words) -> {
            assertThat(analyst.get(API + "/bilan?" + query).status()).isEqualTo(422);
            assertThat(analyst.get(API + "/bilan?" + query).body()).contains(words);
            for (String page :
                    List.of("/bilan", "/bilan/tableaux", "/bilan/entonnoir", "/bilan/durees", "/bilan/carte")) {
                Http.Answer answer = analyst.get(page + "?" + query);
                assertThat(answer.status()).as(page + query).isEqualTo(422);
                assertThat(answer.body()).contains(words, "data-errors").doesNotContain("figure__value");
            }
        });
        assertThat(analyst.get(API + "/bilan.exe").body()).contains("NO_SUCH_FORM");
        assertThat(analyst.get("/bilan/comparer?jourA=hier&b=").body()).contains("data-errors", "pas lisible");
        assertThat(analyst.get("/bilan/comparer?a=assessment-0&jourB=").body()).contains("n’existe pas");
        assertThat(analyst.get("/bilan/historique?depuis=demain").body()).contains("Ce jour n’est pas lisible");
        assertThat(analyst.get("/bilan/historique?depuis=2020-05-02&jusque=2020-05-01")
                        .body())
                .contains("Échangez les deux dates");
        assertThat(analyst.get("/bilan/historique").body()).doesNotContain("historique?&");
        assertThat(analyst.get("/bilan/historique?page=0").status()).isEqualTo(422);
    }

    @Test
    void a_file_is_compared_with_a_day_or_refused_in_french() throws Exception {
        String bilan = analyst.get(API + "/bilan.txt?asOf=" + END).body();
        assertThat(upload(bilan, END.toString(), 200)).contains("Binômes ouverts", "bilan.txt, ");
        String played = "{\"from\":\"2020-04-01\",\"to\":\"2020-07-08\","
                + "\"inForce\":{\"proposals\":3,\"all\":{\"seats\":9,\"covered\":3},\"audiences\":[]},"
                + "\"other\":{\"proposals\":4,\"all\":{\"seats\":9,\"covered\":4},\"audiences\":[]}}";
        assertThat(upload(played, END.toString(), 200))
                .contains("autre règle, rejouée du 1er avril 2020", "id=\"ecarts-simules\"", "44,4");
        assertThat(upload("<html>", "", 422)).contains("data-errors", "fichier-erreur", "n’est ni un bilan");
        assertThat(upload(bilan, "hier", 422)).contains("jourAvec-erreur", "pas lisible");
        assertThat(upload("x".repeat(5_000_001), "", 422)).contains("trop gros");
    }

    private String upload(String content, String with, int status) throws IOException, InterruptedException {
        String part = "--b\r\nContent-Disposition: form-data; name=\"";
        String body = part + "jourAvec\"\r\n\r\n" + with + "\r\n" + part
                + "fichier\"; filename=\"bilan.txt\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--b--\r\n";
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/bilan/comparer"))
                                .header("Authorization", "Bearer " + Tokens.role("analyst"))
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    @Test
    void the_history_is_searched_by_both_clocks() {
        Told first = SEASON.getFirst();
        String day = first.at().toString().substring(0, 10);
        String page = analyst.get("/bilan/historique?type=" + first.type() + "&flux=" + first.subject() + "&depuis="
                        + day + "&jusque=" + day + "&survenuDepuis=" + day + "&survenuJusque=" + day)
                .body();
        assertThat(page).contains(first.subject() + " #0").doesNotContain("??");
        assertThat(analyst.get("/bilan/historique?flux=" + first.subject() + "&survenuJusque=2019-12-31")
                        .body())
                .contains("Aucun fait ne correspond");
    }

    @Test
    void a_day_of_the_slider_is_a_day_of_the_operation() {
        assertThat(analyst.get("/bilan?jour=0").status()).isEqualTo(200);
        assertThat(analyst.get("/bilan?jour=100000").status()).isEqualTo(200);
        assertThat(analyst.get("/bilan?jour=demain").status()).isEqualTo(422);
    }

    @Test
    void figures_of_assessments_are_never_overwritten() {
        request("{\"asOf\":\"" + END + "\"}");
        for (String change :
                List.of("update bilan_text set content = 'x'", "delete from bilan_text", "truncate bilan_text")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> db.sql(change).update())
                    .hasStackTraceContaining("permission denied");
        }
    }

    private String request(String body) {
        Http.Answer answer = analyst.post(API + "/assessments", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("assessment").asString();
    }

    /** What the history holds. */
    private List<Told> heard() {
        return db.sql("select event_id, source, type, subject, sequence, recorded_at, data::text as data from history")
                .query((row, _) -> new Told(
                        row.getString("event_id"),
                        "",
                        row.getString("source"),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getLong("sequence"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("data")))
                .list();
    }

    private byte[] bytes(String path, String token) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return response.body();
    }
}
