package fr.mentoratdurgence.followup.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.followup.FollowupApplication;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the list of work costs a référent: 80 own pairs, 500 pairs and 5,000 needs in the territory, a real PostgreSQL,
 * requests at a fixed rate whether or not the one before is answered.
 */
final class WorkbenchBench {
    private static final String REFERENT = Tokens.account("referente-94");

    private WorkbenchBench() {}

    /** @param arguments requests a second (20), seconds (60) */
    public static void main(String[] arguments) throws Exception {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        SpringApplication followup = new SpringApplication(FollowupApplication.class);
        followup.addInitializers(new LocalParts.Initializer());
        try (ConfigurableApplicationContext context = followup.run("--logging.level.root=ERROR")) {
            fill(context.getBean(JdbcClient.class));
            Http referent = new Http(
                            Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port")))
                    .as(Tokens.referent("94"));
            System.out.println("| page | kB | kB compressed | requests | p50 ms | p95 ms | p99 ms | max ms |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            for (String page : List.of("/suivi", "/suivi?qui=tous", "/suivi?qui=tous&page=5", "/suivi?voir=alertes")) {
                measure(referent, page, rate, seconds);
            }
        }
        System.exit(0); // the embedded parts have threads of their own
    }

    private static void fill(JdbcClient db) {
        db.sql("""
                insert into pair(pair, proposal, need, line, seat, mentor, structure, referent, departement, academie,
                    level_band, priority_audience, need_declared_on, opened_on, first_contact_due_at,
                    first_contact_overdue, status, sessions, minutes, last_contact_on, silent_since)
                select 'pair-' || n, 'proposal-' || n, 'need-' || n, 1, 1, 'mentor-' || n,
                    'structure-' || lpad((n % 300)::text, 7, '0') || 'A',
                    case when n <= 80 then ? else 'account-other' end, '94', '24', 'COLLEGE_6_5',
                    (array['NONE', 'REP', 'REP_PLUS', 'QPV'])[n % 4 + 1], current_date - 60, current_date - 50,
                    now() - interval '48 days', false, 'LIVE', n % 9, n % 9 * 45, current_date - n % 25,
                    current_date - n % 25
                from generate_series(1, 500) n""").param(REFERENT).update();
        db.sql("""
                insert into known_need(need, structure, departement, priority_audience, declared_on, status, referent,
                    call_overdue)
                select 'need-w' || n, 'structure-' || lpad((n % 300)::text, 7, '0') || 'A', '94',
                    (array['NONE', 'REP', 'REP_PLUS', 'QPV', 'RURAL_FRAGILE'])[n % 5 + 1], current_date - n % 40, 'DECLARED',
                    case when n % 50 = 0 then ? end, n % 30 = 0
                from generate_series(1, 5000) n""").param(REFERENT).update();
        db.sql("""
                insert into known_need_line(need, line, level_band, places, family_link)
                select need, 1, 'COLLEGE_6_5', 4, true from known_need""").update();
        db.sql("""
                insert into known_proposal(proposal, need, line, seat, mentor, score, expires_at, status, accepted_on,
                    departement)
                select 'proposal-w' || n, 'need-w' || n, 1, 1, 'mentor-w' || n, 60, now() + interval '1 day', 'ACCEPTED',
                    current_date - n % 6, '94'
                from generate_series(1, 40) n""").update();
        db.sql("update pair set alert_from = current_date - 1 where last_contact_on < current_date - 14")
                .update();
        db.sql("""
                insert into pair_alert(pair, kind, raised_on, since, measure, policy, recorded_at)
                select pair, 'SILENCE', current_date - 1, silent_since, 15, 1, now() from pair where alert_from is not null""").update();
        db.sql("analyze").update();
    }

    private static void measure(Http referent, String page, int rate, int seconds) throws Exception {
        String body = "";
        for (int warm = 0; warm < 20 * rate; warm++) {
            body = referent.get(page).body();
        }
        long[] took = new long[rate * seconds];
        List<Future<?>> asked = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            for (int i = 0; i < took.length; i++) {
                int at = i;
                long due = begun + TimeUnit.SECONDS.toNanos(1) * i / rate;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                asked.add(callers.submit(() -> {
                    if (referent.get(page).status() != 200) {
                        throw new IllegalStateException(page);
                    }
                    took[at] = System.nanoTime() - due;
                    return null;
                }));
            }
            for (Future<?> one : asked) {
                var _ = one.get();
            }
        }
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "| `%s` | %d | %d | %d | %.1f | %.1f | %.1f | %.1f |%n",
                page,
                body.getBytes(UTF_8).length / 1000,
                compressed(body) / 1000,
                took.length,
                at(took, 50),
                at(took, 95),
                at(took, 99),
                at(took, 100));
    }

    private static double at(long[] took, int percent) {
        return took[Math.min(took.length - 1, took.length * percent / 100)] / 1e6;
    }

    private static int compressed(String page) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(sent)) {
            out.write(page.getBytes(UTF_8));
        }
        return sent.size();
    }
}
