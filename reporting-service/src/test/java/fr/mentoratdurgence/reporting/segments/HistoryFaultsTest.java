package fr.mentoratdurgence.reporting.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.segments.Manifest.Line;
import fr.mentoratdurgence.sealing.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is done to the sealed days, who asks is told in French what is wrong and who mends it; nothing else stops. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
@Tag("reliability")
class HistoryFaultsTest {
    private static final String API = "/api/reporting/v1";
    private static final List<Told> SEASON = Season.of(5, 12);
    private static final Instant END = SEASON.getLast().at();
    private static final Path ROOT = temporary();
    private static final Path FOLDER = ROOT.resolve("segments");
    private static final Path MANIFEST = FOLDER.resolve(Manifest.FILE);

    @TempDir
    Path aside;

    @Autowired
    private SealedHistory sealed;

    @Autowired
    private Sealer sealer;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    private final Http analyst;

    HistoryFaultsTest(@LocalServerPort int port) {
        analyst = new Http(port).as(Tokens.role("analyst"));
    }

    @DynamicPropertySource
    static void seal_often(DynamicPropertyRegistry registry) {
        registry.add("mentorat.segments.every", () -> "200ms");
        registry.add("mentorat.segments.folder", FOLDER::toString);
    }

    @BeforeEach
    void a_season_is_known_and_sealed() throws IOException {
        listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
        if (db.sql("select count(*) from history").query(Long.class).single() == 0) {
            SEASON.forEach(this::know);
            for (String topic : List.of("needs.v1", "mentors.v1", "matching.v1", "followup.v1")) {
                db.sql("insert into publisher_position values (?, 0, 1, 'test', '2030-01-01', 1)")
                        .param(topic)
                        .update();
            }
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> sealed.manifest().lines().stream()
                                .mapToLong(Line::facts)
                                .sum()
                        == db.sql("select count(*) from history")
                                .query(Long.class)
                                .single());
        copy(FOLDER, aside.resolve("kept"));
    }

    @AfterEach
    void mended_everything_goes_on() throws IOException {
        deleteAll(FOLDER);
        copy(aside.resolve("kept"), FOLDER);
        await().atMost(Duration.ofSeconds(20)).until(() -> sealingStopped().isEmpty());
        assertThat(analyst.get(API + "/history/segments").status()).isEqualTo(200);
        assertThat(ask().status()).isEqualTo(201);
    }

    @Test
    void a_sealed_day_is_brought_home_under_its_hash_and_not_twice() {
        Line day = sealed.manifest().lines().getFirst();
        String file = API + "/history/segments/" + day.file();

        Answer brought = analyst.get(file);
        assertThat(brought.status()).isEqualTo(200);
        assertThat(brought.response().headers().firstValue("ETag")).hasValue("\"" + day.sha256() + "\"");
        assertThat(analyst.with("If-None-Match", "\"" + day.sha256() + "\"")
                        .get(file)
                        .status())
                .isEqualTo(304);
        assertThat(analyst.get(API + "/history/segments/" + Manifest.FILE).status())
                .isEqualTo(200);
        assertThat(analyst.get(API + "/history/segments/pom.xml").status()).isEqualTo(404);
    }

    @Test
    void a_changed_byte_anywhere_in_the_manifest_is_told_at_every_door(CapturedOutput log) throws IOException {
        byte[] written = Files.readAllBytes(MANIFEST);
        Random random = new Random(2);
        for (int i = 0; i < 40; i++) {
            byte[] changed = written.clone();
            // also in the last line, which no other line vouches for
            int place = i % 2 == 0 ? random.nextInt(written.length) : written.length - 1 - random.nextInt(700);
            changed[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(MANIFEST, changed);
            assertThat(analyst.get(API + "/history/segments")
                            .json()
                            .path("code")
                            .asString(""))
                    .as("byte %s of %s", place, written.length)
                    .isEqualTo("MANIFEST_CHANGED");
        }
        refused("MANIFEST_CHANGED", "remettre le fichier manifest.jsonl d’origine");
        await().atMost(Duration.ofSeconds(20)).until(() -> sealingStopped().equals("MANIFEST_CHANGED"));
        String before = log.getAll();
        for (long ticks = 0; ticks < 5; ticks++) {
            sealer.sealWhatIsComplete();
            assertThat(analyst.get(API + "/history/status").body()).contains("Prévenez l’exploitation");
        }
        assertThat(log.getAll().substring(before.length())).as("told once").doesNotContain("no day is sealed until");
        assertThat(before).contains("no day is sealed until somebody mends this: MANIFEST_CHANGED");
    }

    @Test
    void a_manifest_that_lost_its_end_is_told_and_no_day_is_sealed_anew() throws IOException {
        List<String> lines = Files.readAllLines(MANIFEST);
        Files.write(MANIFEST, lines.subList(0, lines.size() - 1));
        refused("MANIFEST_SHORT", (lines.size() - 1) + " lignes sur " + lines.size());
        await().atMost(Duration.ofSeconds(20)).until(() -> sealingStopped().equals("MANIFEST_SHORT"));

        deleteAll(FOLDER);
        refused("MANIFEST_SHORT", "0 lignes sur " + lines.size());
        sealer.sealWhatIsComplete();
        assertThat(MANIFEST)
                .as("a folder that is not mounted is no empty history")
                .doesNotExist();
    }

    @Test
    void a_segment_that_is_missing_changed_or_of_another_operation_is_told() throws IOException {
        Path file = sealed.file(sealed.manifest().lines().getFirst());
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        refused("SEGMENT_MISSING", "manque : " + file.getFileName());

        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        refused("SEGMENT_CHANGED", "au moins un octet de " + file.getFileName());

        SealedHistory autumn = new SealedHistory(aside.resolve("autumn"), "autumn");
        SealedHistoryTest.days(SEASON).forEach(day -> autumn.seal(day, SealedHistoryTest.source(SEASON)));
        Files.copy(autumn.file(autumn.manifest().lines().getFirst()), file, StandardCopyOption.REPLACE_EXISTING);
        refused("OTHER_OPERATION", "« autumn » au lieu de « mentorat-durgence »");
    }

    /** What somebody may want of a day that is sealed already. */
    enum Forgery {
        AN_EVENT_IS_DROPPED {
            @Override
            void commit(List<Told> season, int at) {
                season.remove(at);
            }
        },
        TWO_EVENTS_ARE_SWAPPED {
            @Override
            void commit(List<Told> season, int at) {
                Told first = season.get(at);
                Told second = season.get(at + 1);
                season.set(at, second.recordedAt(first.at()));
                season.set(at + 1, first.recordedAt(second.at()));
            }
        },
        A_PAYLOAD_IS_CHANGED {
            @Override
            void commit(List<Told> season, int at) {
                Told told = season.get(at);
                String data = told.data().replaceFirst("\\d{4}-", "2021-");
                assertThat(data).isNotEqualTo(told.data());
                season.set(
                        at,
                        new Told(
                                told.id(),
                                told.topic(),
                                told.source(),
                                told.type(),
                                told.subject(),
                                told.sequence(),
                                told.at(),
                                data));
            }
        };

        abstract void commit(List<Told> season, int at);
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void a_day_that_is_well_formed_and_not_what_was_sealed_is_told(Forgery forgery) throws IOException {
        Line line = forge(forgery);
        refused("SEGMENT_CHANGED", "au moins un octet de " + line.file());
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void a_forged_day_with_a_manifest_that_vouches_for_it_is_told(Forgery forgery) throws IOException {
        Line forged = forge(forgery);
        StringBuilder manifest = new StringBuilder();
        String previous = "0".repeat(64);
        for (String text : Files.readAllLines(MANIFEST)) {
            ObjectNode line = (ObjectNode) JsonMapper.shared().readTree(text);
            if (line.get("file").asString().equals(forged.file())) {
                line.put("sha256", Sha256.hex(sealed.file(forged)));
            }
            line.put("previous", previous);
            previous = Sha256.hex(line.toString());
            manifest.append(line).append('\n');
        }
        Files.writeString(MANIFEST, manifest);
        assertThat(new SealedHistory(FOLDER, "mentorat-durgence")
                        .wholeManifest()
                        .lines())
                .as("who knows nothing else believes it")
                .isNotEmpty();
        refused("MANIFEST_CHANGED", "remettre le fichier manifest.jsonl d’origine");
    }

    /** Puts another segment, written as all are, where that of a day with two facts was. */
    private Line forge(Forgery forgery) throws IOException {
        int at = 0;
        while (!day(SEASON.get(at)).equals(day(SEASON.get(at + 1)))
                || SEASON.get(at).at().equals(SEASON.get(at + 1).at())
                || !SEASON.get(at).data().matches(".*\\d{4}-\\d\\d.*")) {
            at++;
        }
        List<Told> season = new ArrayList<>(SEASON);
        forgery.commit(season, at);
        LocalDate day = day(SEASON.get(at));
        SealedHistory elsewhere = new SealedHistory(aside.resolve("forged"), "mentorat-durgence");
        Line written = elsewhere.seal(day, SealedHistoryTest.source(season)).orElseThrow();
        Line line = sealed.manifest().of(day).getFirst();
        assertThat(written.sha256()).isNotEqualTo(line.sha256());
        Files.copy(elsewhere.file(written), sealed.file(line), StandardCopyOption.REPLACE_EXISTING);
        return line;
    }

    private static LocalDate day(Told told) {
        return LocalDate.ofInstant(told.at(), ZoneOffset.UTC);
    }

    @Test
    void a_folder_that_cannot_be_read_is_told() throws IOException {
        deleteAll(FOLDER);
        Files.writeString(FOLDER, "not a folder");
        refused("FOLDER_UNUSABLE", "vérifier qu’il existe et que le service y a droit");
        await().atMost(Duration.ofSeconds(20)).until(() -> sealingStopped().equals("FOLDER_UNUSABLE"));
    }

    @Test
    void on_a_full_disk_nothing_is_half_sealed_and_sealing_goes_on_when_there_is_room() throws IOException {
        assumeTrue(
                runs("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", FOLDER.toString()),
                "NOT CHECKED: no disk can be mounted here");
        try {
            copy(aside.resolve("kept"), FOLDER);
            Path filler = FOLDER.resolve("filler");
            fill(filler);
            Told late = Season.told(
                    "needs",
                    "needs.need-withdrawn.v1",
                    "need-late",
                    0,
                    SEASON.getFirst().at().plusMillis(1),
                    "{}");
            know(late);
            await().atMost(Duration.ofSeconds(20)).until(() -> sealingStopped().equals("DISK_FULL"));

            assertThat(analyst.get(API + "/history/status").body())
                    .contains("Il n’y a plus de place sur le disque des jours scellés", "Rien n’a été scellé à moitié");
            assertThat(analyst.get(API + "/history/segments").status())
                    .as("what is sealed is whole")
                    .isEqualTo(200);
            assertThat(ask().status()).isEqualTo(201);
            long lines = sealed.manifest().lines().size();
            Files.delete(filler);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> sealed.manifest().lines().size() == lines + 1);
            await().atMost(Duration.ofSeconds(20)).until(() -> sealingStopped().isEmpty());
            assertThat(sealed.wholeManifest().lines().getLast().facts()).isEqualTo(1);
            try (Stream<Path> files = Files.list(FOLDER)) {
                assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
            }
            copy(FOLDER, aside.resolve("kept"));
        } finally {
            assertThat(runs("umount", "--lazy", FOLDER.toString())).isTrue();
        }
    }

    private static void fill(Path filler) throws IOException {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left on device");
        }
    }

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        GET,  /bilan?X,                          territory, 422
        GET,  /bilan/entonnoir?X,                territory, 422
        GET,  /bilan/durees?X,                   territory, 422
        GET,  /bilan/carte?X,                    territory, 422
        POST, /bilan/arretes,                    territory, 422
        GET,  /api/reporting/v1/bilan?X,         territory, 422
        GET,  /api/reporting/v1/bilan.csv?X,     territory, 422
        GET,  /api/reporting/v1/bilan.txt?X,     territory, 422
        GET,  /api/reporting/v1/bilan.pdf?X,     territory, 422
        GET,  /api/reporting/v1/bilan.parquet?X, territory, 422
        POST, /api/reporting/v1/assessments,     territory, 422
        GET,  /bilan/comparer?jourA=X&jourB=2020-05-01, jourA, 422
        """)
    void what_cannot_be_answered_is_explained_at_every_door(String method, String path, String second, int status) {
        Map<String, String> questions = Map.of(
                "asOf=2019-12-31", "Le premier fait est du ",
                "asOf=2999-01-01", "Cette date n’est pas encore passée. Choisissez aujourd’hui ou un jour passé.",
                "asOf=hier", "Cette date n’est pas lisible. Écrivez un jour (2020-05-11)",
                "territory=lune", "Ce territoire n’existe pas. Choisissez-le dans la liste");
        questions.forEach((question, sentence) -> {
            String[] parts = question.split("=", -1);
            if (second.equals("jourA") && parts[0].equals("territory")) {
                return; // a comparison has no territory
            }
            Answer answer = method.equals("GET")
                    ? analyst.get(path.replace("X", second.equals("jourA") ? parts[1] : question))
                    : path.startsWith("/api/")
                            ? analyst.post(path, "{\"" + parts[0] + "\":\"" + parts[1] + "\"}")
                            : analyst.postForm(path, Map.of(parts[0], parts[1]));
            assertThat(answer.status()).as("%s %s", path, question).isEqualTo(status);
            assertThat(answer.body())
                    .as("%s %s", path, question)
                    .contains(sentence)
                    .doesNotContain("??");
            assertThat(contentType(answer))
                    .isEqualTo(path.startsWith("/api/") ? "application/problem+json" : "text/html;charset=UTF-8");
        });
    }

    private void refused(String code, String words) {
        Answer segments = analyst.get(API + "/history/segments");
        problem(segments, code, words);
        problem(ask(), code, words);

        Answer page = analyst.postForm("/bilan/arretes", Map.of("asOf", END.toString()));
        assertThat(page.status()).isEqualTo(503);
        assertThat(contentType(page)).startsWith("text/html");
        assertThat(plain(page.body()))
                .contains("<html lang=\"fr\"", words, "Prévenez l’exploitation")
                .doesNotContain(ROOT.toString());

        assertThat(analyst.get("/bilan?asOf=" + END).status())
                .as("the figures come from the history, not from the sealed days")
                .isEqualTo(200);
        assertThat(analyst.get(API + "/bilan.pdf?asOf=" + END).status()).isEqualTo(200);
    }

    private static void problem(Answer answer, String code, String words) {
        assertThat(answer.status()).as(code).isEqualTo(503);
        assertThat(contentType(answer)).isEqualTo("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(plain(answer.json().get("detail").asString())).contains(words, "Prévenez l’exploitation");
        assertThat(answer.body()).doesNotContain(ROOT.toString());
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private Answer ask() {
        return analyst.post(API + "/assessments", "{\"asOf\":\"" + END + "\"}");
    }

    private String sealingStopped() {
        return analyst.get(API + "/history/status")
                .json()
                .path("sealingStopped")
                .path("code")
                .asString("");
    }

    private static String contentType(Answer answer) {
        return answer.response().headers().firstValue("Content-Type").orElse("");
    }

    private void know(Told told) {
        Season.know(db, told, Instant.now());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (FileSystemException _) {
            // it is a file, or not there
        }
        Files.deleteIfExists(folder);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("faults-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
