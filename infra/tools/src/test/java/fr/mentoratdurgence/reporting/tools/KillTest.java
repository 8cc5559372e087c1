package fr.mentoratdurgence.reporting.tools;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.bilan.Bilans;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.history.History;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.publication.AssessmentVictim;
import fr.mentoratdurgence.reporting.segments.KilledSeason;
import fr.mentoratdurgence.reporting.segments.SealedHistory;
import fr.mentoratdurgence.reporting.segments.SealingVictim;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Processes that are killed with signal 9 fifty times, at seeded points: stopped exactly there, or a little later while
 * they hurry on. Whoever takes over ends with the same manifest, the same bilan and nothing half done.
 */
@ServiceTest
@TestPropertySource(properties = "story=kill")
@Timeout(value = 8, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("reliability")
class KillTest {
    /** Another number of kills for a longer run, for example {@code -Dmentorat.kills=5} for five times as many. */
    private static final int TIMES = Integer.getInteger("mentorat.kills", 1);

    private static final int SEALING = 8 * TIMES;
    private static final int IMPORTING = 6 * TIMES;
    private static final int ASSESSING = 3 * TIMES;
    private static final String API = "/api/reporting/v1";
    private static final String BILAN =
            Season.bilan(KilledSeason.SEASON, KilledSeason.END).hash();

    @TempDir
    static Path root;

    /** The witness in the database knows what is imported there. */
    @DynamicPropertySource
    static void the_folder_of_the_import(DynamicPropertyRegistry registry) {
        registry.add("mentorat.segments.folder", () -> root.resolve("imported").toString());
    }

    @Autowired
    private History history;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    private final Http analyst;
    private final OneDatabase stores;

    KillTest(@LocalServerPort int port, @Autowired Environment settings) {
        stores = OneDatabase.of(settings);
        analyst = new Http(port).as(Tokens.role("analyst"));
    }

    @BeforeEach
    void nobody_else_writes() {
        listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
    }

    @Test
    void killed_while_it_seals() throws IOException {
        String manifest =
                KilledSeason.undisturbed(root.resolve("undisturbed")).manifest().hash();
        Random random = new Random(1);
        int kills = 0;
        int round = 0;
        try (Victim.Line victims = new Victim.Line(SealingVictim.class, root.resolve("sealing"))) {
            while (kills < SEALING) {
                Victim victim = victims.next();
                boolean stopped = kills(victim, 60, random);
                SealedHistory left = new SealedHistory(root.resolve("sealing"), KilledSeason.OPERATION);
                left.check((_, _) -> {});
                if (stopped) {
                    kills++;
                } else {
                    assertThat(left.manifest().hash()).isEqualTo(manifest);
                    Files.move(root.resolve("sealing"), root.resolve("sealed-" + round++));
                }
            }
            victims.next().goesOnToTheEnd();
        }
        SealedHistory sealed = new SealedHistory(root.resolve("sealing"), KilledSeason.OPERATION);
        assertThat(sealed.manifest().hash()).isEqualTo(manifest);
        sealed.check((_, _) -> {});
        assertThat(Bilans.of(sealed.ledger(Cut.at(KilledSeason.END), 1), KilledSeason.END)
                        .hash())
                .isEqualTo(BILAN);
        try (Stream<Path> files = Files.list(root.resolve("sealing"))) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void killed_while_it_imports() {
        SealedHistory exported = exported();
        Path target = root.resolve("imported");
        Random random = new Random(2);
        int kills = 0;
        try (Victim.Line victims = importing(target)) {
            while (kills < IMPORTING) {
                boolean stopped = kills(victims.next(), 22, random);
                long facts = facts();
                assertThat(facts).as("all or nothing").isIn(0L, (long) KilledSeason.SEASON.size());
                new SealedHistory(target, KilledSeason.OPERATION).check((_, _) -> {});
                if (facts > 0) {
                    imported(exported, target);
                    forget(target);
                }
                if (stopped) {
                    kills++;
                }
            }
            victims.next().goesOnToTheEnd();
            imported(exported, target);
            victims.next().goesOnToTheEnd();
            imported(exported, target);
        }
    }

    @Test
    void killed_while_it_works_out_an_assessment() {
        SealedHistory exported = exported();
        Path target = root.resolve("imported");
        try (Victim.Line victims = importing(target)) {
            victims.next().goesOnToTheEnd();
        }
        imported(exported, target);
        Random random = new Random(3);
        int kills = 0;
        try (Victim.Line victims = new Victim.Line(
                AssessmentVictim.class,
                "--spring.datasource.url=" + stores.url(),
                "--spring.datasource.username=" + stores.user(),
                "--spring.datasource.password=" + stores.password(),
                "--spring.flyway.user=" + stores.ownerName(),
                "--spring.flyway.password=" + stores.ownerPassword(),
                "--spring.kafka.bootstrap-servers=" + LocalParts.kafka(),
                "--spring.kafka.listener.auto-startup=false",
                "--mentorat.personal-data-keys=k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "--mentorat.event-keys=" + LocalParts.EVENT_KEYS,
                "--mentorat.links.keys=" + Tokens.LINK_KEYS,
                "--mentorat.segments.folder=" + target,
                "--mentorat.segments.every=1h",
                "--server.port=0",
                "--management.server.port=0")) {
            while (kills < ASSESSING) {
                if (kills(victims.next(), 45, random)) {
                    kills++;
                }
            }
        }
        String exact =
                Season.bilan(KilledSeason.SEASON, Scope.at(KilledSeason.END)).hash();
        var assessments = analyst.get(API + "/assessments").json();
        assertThat(assessments.size()).isPositive();
        assessments.forEach(assessment -> {
            String id = assessment.get("assessment").asString();
            if (assessment.get("status").asString().equals("REQUESTED")) {
                assertThat(analyst.get(API + "/assessments/" + id + "/bilan").status())
                        .isEqualTo(409);
                assertThat(analyst.post(API + "/assessments/" + id + "/figures", "{}")
                                .status())
                        .isEqualTo(200);
            }
            assertThat(analyst.get(API + "/assessments/" + id)
                            .json()
                            .get("exactHash")
                            .asString())
                    .isEqualTo(exact);
            assertThat(analyst.get(API + "/assessments/" + id + "/bilan")
                            .json()
                            .get("hash")
                            .asString())
                    .isEqualTo(exact);
        });
    }

    /** Kills it where it stands, or where it has hurried to; false where all was done before. */
    private static boolean kills(Victim victim, int points, Random random) {
        boolean waits = random.nextBoolean();
        boolean here = victim.goes(random.nextInt(points), waits);
        if (here && !waits) {
            pause(random.nextInt(25));
        }
        victim.kill();
        return here;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The whole season, exported; then the system forgets it. */
    private SealedHistory exported() {
        forget(root.resolve("imported"));
        forget(root.resolve("exported"));
        KilledSeason.SEASON.forEach(this::know);
        SealedHistory exported = KilledSeason.sealed(root.resolve("exported"), history::read);
        forget(root.resolve("imported"));
        return exported;
    }

    private Victim.Line importing(Path target) {
        return new Victim.Line(
                ImportVictim.class, root.resolve("exported"), target, stores.url(), stores.user(), stores.password());
    }

    private void imported(SealedHistory exported, Path target) {
        assertThat(Bilans.of(history.ledger(Cut.at(KilledSeason.END)), KilledSeason.END)
                        .hash())
                .isEqualTo(BILAN);
        assertThat(new SealedHistory(target, KilledSeason.OPERATION).manifest().hash())
                .isEqualTo(exported.manifest().hash());
    }

    private void know(Told told) {
        Season.know(db, told, told.at());
    }

    private long facts() {
        return db.sql("select count(*) from history").query(Long.class).single();
    }

    /** A system that was never told anything. */
    private void forget(Path target) {
        stores.empty("history", "sealed_line", "imported_line");
        File[] files = target.toFile().listFiles();
        if (files != null) {
            Stream.of(files).forEach(File::delete);
        }
    }
}
