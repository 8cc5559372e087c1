package fr.mentoratdurgence.platform.jobs;

import com.zaxxer.hikari.HikariDataSource;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.ServiceSettings;
import fr.mentoratdurgence.platform.test.LocalParts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Instances of a service that does jobs, on one database, without the rest of a service. */
final class Instances implements AutoCloseable {
    static final Person ADA = person("account-ada");
    static final Person BEN = person("account-ben");
    private static final String KEYS = "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    enum Work {
        COUNTING
    }

    /** @param steps to be done, one after the other */
    record Steps(int steps) {}

    record Counted(int steps) {}

    /** One instance: it takes nothing by itself, a test says when. */
    record Instance(Jobs jobs, JobWorker worker, JobRows rows) {}

    final HikariDataSource source = new HikariDataSource();
    final JdbcClient db;
    private final Duration lease;
    private final Clock clock;

    Instances(LocalParts.Database database, Clock clock, Duration lease) {
        this(database.url(), database.user(), database.password(), clock, lease);
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/platform")
                .placeholders(Map.of("application", database.user()))
                .load()
                .migrate();
        db.sql("create table step(job text, step int, instance text, primary key (job, step))")
                .update();
        db.sql("create table begun(job text, instance text)").update();
    }

    Instances(String url, String user, String password, Clock clock, Duration lease) {
        source.setJdbcUrl(url);
        source.setUsername(user);
        source.setPassword(password);
        source.setMaximumPoolSize(8);
        this.db = JdbcClient.create(source);
        this.clock = clock;
        this.lease = lease;
    }

    private static Person person(String account) {
        return new Person(account, "Nom qui ne reste pas", Set.of("referent"), Set.of("94"), null, null);
    }

    Instance instance(JobKind<?> kind) {
        var settings =
                new JobsSettings("/bols", Duration.ofSeconds(20), Duration.ofSeconds(1), lease, Duration.ofDays(3));
        var rows = new JobRows(db, new DataSourceTransactionManager(source), new PersonalDataCipher(KEYS), clock);
        var worker = new JobWorker(List.of(kind), rows, settings);
        var service = new ServiceSettings(
                "/api/tiny/v1",
                new ServiceSettings.CrisisTime("", "", 1, ""),
                new ServiceSettings.ReadModelPace(1),
                new ServiceSettings.TopicShape(1, 1));
        var jobs = new Jobs(List.of(kind), rows, worker, prefix -> prefix + "-" + UUID.randomUUID(), settings, service);
        return new Instance(jobs, worker, rows);
    }

    /** Counts to what was asked; a step that was done, as a command that was heard, is not done again. */
    JobKind<Steps> counting(String instance, Duration pause) {
        return JobKind.of(Work.COUNTING, Steps.class, run -> {
            db.sql("insert into begun values (?, ?)")
                    .params(run.job(), instance)
                    .update();
            for (int step = 0; step < run.parameters().steps(); step++) {
                run.progress().at(step, run.parameters().steps());
                db.sql("insert into step values (?, ?, ?) on conflict do nothing")
                        .params(run.job(), step, instance)
                        .update();
                rest(pause);
            }
            return new Counted(run.parameters().steps());
        });
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    int steps(String job) {
        return db.sql("select count(*) from step where job = ?")
                .param(job)
                .query(Integer.class)
                .single();
    }

    List<String> begun(String job) {
        return db.sql("select instance from begun where job = ?")
                .param(job)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        source.close();
    }
}
