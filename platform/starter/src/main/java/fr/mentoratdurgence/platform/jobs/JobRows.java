package fr.mentoratdurgence.platform.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.platform.Actor;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands.Claim;
import fr.mentoratdurgence.platform.Lease;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.SharedLock;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The rows of jobs. What a person brought and what the work answered stand there sealed, bound to their row. */
final class JobRows {
    static final String PURPOSE = "jobs";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OPEN = "'WAITING', 'RUNNING'";
    /** What pages and programs see of a job: whoever asks how far it is does not read the file with it, each time. */
    private static final String SHOWN = """
        select id, kind, account, state, done, total, cancel_asked, attempts, asked_at, started_at, ended_at from job\
        """;

    private static final int FORGOTTEN_AT_ONCE = 200;

    /** The oldest one that is nobody's, of a kind of which there is room for one more. */
    private static final String TAKE = Lease.take("job", "id", """
        select j.id from job j join unnest(?::varchar[], ?::int[]) k(kind, at_once) on k.kind = j.kind
        where j.ended_at is null and %s
        and (select count(*) from job o where o.kind = j.kind and o.state = 'RUNNING' and o.ended_at is null
             and o.claimed_until >= now()) < k.at_once
        order by j.asked_at, j.id limit 1 for update of j skip locked\
        """.formatted(Lease.FREE), "job.*");

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final PersonalDataCipher cipher;
    private final Clock clock;

    JobRows(JdbcClient db, PlatformTransactionManager transactions, PersonalDataCipher cipher, Clock clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.cipher = cipher.forPurpose(PURPOSE);
        this.clock = clock;
    }

    /** Who asked, without the name. */
    private record Asker(Person person, Actor actor, String correlation) {}

    /** A job in the hands of this instance: {@code attempt} is what tells it from whoever takes it over. */
    record Taken(
            String id,
            String kind,
            int attempt,
            boolean cancelAsked,
            String parameters,
            Brought sealed,
            Person person,
            CommandContext context) {}

    /** What became of a taken job that is still ours. */
    enum Held {
        OURS,
        TO_STOP,
        LOST
    }

    /**
     * Writes a job down, once for a command id.
     *
     * @return the id of the job, which is the first one's where it was asked before
     */
    String write(String fresh, String kind, Object parameters, byte[] file, Person person, CommandContext context) {
        Person nameless = new Person(
                person.account(),
                "",
                person.roles(),
                person.territory(),
                person.structure(),
                person.mentor(),
                person.link());
        var _ = db.sql("""
            insert into job(id, command_id, content, kind, account, asker, parameters, file_sealed, state, asked_at)
            values (?, ?, ?, ?, ?, cast(? as json), cast(? as json), ?, 'WAITING', ?)
            on conflict (command_id) do nothing\
            """)
                .param(fresh)
                .param(context.commandId())
                .param(context.content())
                .param(kind)
                .param(person.account())
                .param(JSON.writeValueAsString(new Asker(nameless, context.actor(), context.correlationId())))
                .param(JSON.writeValueAsString(parameters))
                .param(file.length == 0 ? null : cipher.seal(file, fresh))
                .param(Timestamp.from(clock.instant()))
                .update();
        record Row(
                String id,
                String kind,
                String account,
                @Nullable String content) {}
        Row row = db.sql("select id, kind, account, content from job where command_id = ?")
                .param(context.commandId())
                .query(Row.class)
                .single();
        if (!row.kind.equals(kind) || !row.account.equals(person.account())) {
            throw new Rejection(Claim.COMMAND_ID_REUSED);
        }
        if (context.content() != null
                && row.content != null
                && !context.content().equals(row.content)) {
            throw new Rejection(Claim.OTHER_CONTENT);
        }
        return row.id;
    }

    boolean isKnown(String commandId) {
        return db.sql("select exists (select 1 from job where command_id = ?)")
                .param(commandId)
                .query(Boolean.class)
                .single();
    }

    int openOf(String account) {
        return db.sql("select count(*) from job where account = ? and ended_at is null")
                .param(account)
                .query(Integer.class)
                .single();
    }

    Optional<Job> find(String id) {
        return db.sql(SHOWN + " where id = ?").param(id).query(JobRows::job).optional();
    }

    List<Job> newestOf(String account, int most) {
        return db.sql(SHOWN + " where account = ? order by asked_at desc, id limit ?")
                .params(account, most)
                .query(JobRows::job)
                .list();
    }

    /** Those that have not ended, the oldest first. */
    List<Job> open(int most) {
        return db.sql(SHOWN + " where ended_at is null order by asked_at, id limit ?")
                .param(most)
                .query(JobRows::job)
                .list();
    }

    /** What it came to, opened; only of a job that is done or was refused. */
    String outcome(String id) {
        byte[] sealed = db.sql("select outcome_sealed from job where id = ?")
                .param(id)
                .query((row, _) -> row.getBytes(1))
                .single();
        return unzipped(cipher.open(sealed, id));
    }

    /** Takes the next one; one instance at a time, so that two do not both see room for the last one. */
    Optional<Taken> take(Collection<? extends JobKind<?>> kinds, Duration lease) {
        Optional<Taken> next = transaction.execute(_ -> {
            SharedLock.untilCommit(db, "jobs");
            Optional<Taken> taken = db.sql(TAKE)
                    .params(
                            kinds.stream().map(JobKind::name).toArray(String[]::new),
                            kinds.stream().map(JobKind::atOnce).toArray(Integer[]::new),
                            Lease.lasting(lease))
                    .query(this::taken)
                    .optional();
            taken.ifPresent(
                    job -> db.sql("update job set state = 'RUNNING', started_at = coalesce(started_at, ?) where id = ?")
                            .params(Timestamp.from(clock.instant()), job.id())
                            .update());
            return taken;
        });
        return Objects.requireNonNull(next);
    }

    /** What was brought with it, opened: a seal that cannot be opened is this job's own trouble, and no other's. */
    Brought opened(Taken job) {
        byte[] sealed = job.sealed().bytes();
        return sealed.length == 0 ? Brought.NOTHING : new Brought(cipher.open(sealed, job.id()));
    }

    /** Keeps what was taken, and writes down how far it is. */
    Held hold(Taken job, WatchedProgress progress, Duration lease) {
        return db.sql("""
            update job set claimed_until = now() + ?::interval, done = ?, total = ?
            where id = ? and attempts = ? and state = 'RUNNING' returning cancel_asked\
            """)
                .params(Lease.lasting(lease), progress.done(), progress.total(), job.id(), job.attempt())
                .query((row, _) -> row.getBoolean(1) ? Held.TO_STOP : Held.OURS)
                .optional()
                .orElse(Held.LOST);
    }

    /** It has ended; nothing happens where it is ours no longer. */
    void end(Taken job, JobState state, WatchedProgress progress, @Nullable Object outcome) {
        db.sql("""
            update job set state = ?, outcome_sealed = ?, done = ?, total = ?, ended_at = ?, file_sealed = null, claimed_until = null
            where id = ? and attempts = ? and ended_at is null and (? or cancel_asked)\
            """)
                .param(state.name())
                .param(outcome == null ? null : cipher.seal(zipped(JSON.writeValueAsString(outcome)), job.id()))
                .param(progress.done())
                .param(progress.total())
                .param(Timestamp.from(clock.instant()))
                .param(job.id())
                .param(job.attempt())
                .param(state != JobState.CANCELLED) // it may only have been given back, by an instance that leaves
                .update();
    }

    /** Gives it back, to be taken again after a while. */
    void giveBack(Taken job, Duration pause) {
        db.sql("""
            update job set state = 'WAITING', claimed_until = now() + ?::interval
            where id = ? and attempts = ? and ended_at is null\
            """).params(Lease.lasting(pause), job.id(), job.attempt()).update();
    }

    /** It is to stop: at once where nobody works at it, at its next step otherwise. */
    void cancel(String id) {
        db.sql("""
            update job set cancel_asked = true,
                state = case when state = 'WAITING' then 'CANCELLED' else state end,
                file_sealed = case when state = 'WAITING' then null else file_sealed end,
                ended_at = case when state = 'WAITING' then cast(? as timestamptz) end
            where id = ? and ended_at is null\
            """).params(Timestamp.from(clock.instant()), id).update();
    }

    /** Forgets some of those that ended long ago; how many. */
    int forget(Duration keep) {
        return db.sql("""
            delete from job where id in (select id from job where ended_at < ? order by ended_at limit ? for update skip locked)\
            """)
                .params(Timestamp.from(clock.instant().minus(keep)), FORGOTTEN_AT_ONCE)
                .update();
    }

    /** How many of each kind stand in each state, and since when the oldest one waits. */
    List<Counted> counted() {
        return db.sql("""
            select kind, state, count(*) as jobs, min(asked_at) filter (where state in (%s)) as oldest
            from job group by kind, state order by kind, state\
            """.formatted(OPEN))
                .query((row, _) -> new Counted(
                        row.getString("kind"), row.getString("state"), row.getLong("jobs"), instant(row, "oldest")))
                .list();
    }

    /** Of one kind in one state. */
    record Counted(
            String kind, String state, long jobs, @Nullable Instant oldest) {}

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getString("id"),
                row.getString("kind"),
                row.getString("account"),
                Code.of(JobState.class, row.getString("state")),
                row.getInt("done"),
                row.getInt("total"),
                row.getBoolean("cancel_asked"),
                row.getInt("attempts"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private Taken taken(ResultSet row, int number) throws SQLException {
        Asker asker = JSON.readValue(row.getString("asker"), Asker.class);
        byte[] file = row.getBytes("file_sealed");
        String id = row.getString("id");
        return new Taken(
                id,
                row.getString("kind"),
                row.getInt("attempts"),
                row.getBoolean("cancel_asked"),
                row.getString("parameters"),
                file == null ? Brought.NOTHING : new Brought(file),
                asker.person(),
                new CommandContext(
                        row.getString("command_id"),
                        asker.actor(),
                        asker.correlation(),
                        null,
                        row.getString("content")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String unzipped(byte[] bytes) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(zip.readAllBytes(), UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
