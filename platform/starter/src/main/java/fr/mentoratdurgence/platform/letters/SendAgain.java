package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.lists.BulkAct;
import fr.mentoratdurgence.platform.lists.BulkRow;
import fr.mentoratdurgence.platform.lists.BulkUndo;
import fr.mentoratdurgence.platform.settings.OperationZone;
import fr.mentoratdurgence.sealing.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reminds many people: the last letter about a pair that went out, and whose reason still stands, goes once more; once a day
 * at the most. Each service does it for its own people.
 */
final class SendAgain implements BulkAct, BulkUndo {
    private static final String PAIR = "pair-";

    private record Sent(String id, String kind) {}

    private final LettersOfPairs pairs;
    private final String[] kinds;
    private final SentByTheTeam sent;
    private final Letters letters;
    private final JdbcClient db;
    private final Texts texts;
    private final Clock clock;

    SendAgain(LettersOfPairs pairs, SentByTheTeam sent, Letters letters, JdbcClient db, Texts texts, Clock clock) {
        this.pairs = pairs;
        this.kinds = pairs.worthAReminder().stream().map(LetterKind::name).toArray(String[]::new);
        this.sent = sent;
        this.letters = letters;
        this.db = db;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "relance";
    }

    @Override
    public List<BulkRow> look(Person person, List<String> chosen, Map<String, String> typed) {
        return chosen.stream()
                .filter(id -> id.startsWith(PAIR))
                .flatMap(pair -> pairs.of(person, pair).map(this::row).stream())
                .toList();
    }

    private BulkRow row(AboutPair about) {
        String pair = about.pair();
        String page = "/suivi/binomes/" + pair;
        Optional<Sent> last = last(about.person(), pair);
        if (last.isEmpty()) {
            return BulkRow.cannot(pair, about.title(), page, texts.of("lot.relance.rien"));
        }
        if (wasSentToday(about.person(), last.get())) {
            return BulkRow.cannot(pair, about.title(), page, texts.of("lot.relance.deja"));
        }
        boolean reached = sent.isReached(about.person());
        String letter = texts.of("lettre." + last.get().kind() + ".nom");
        return reached
                ? BulkRow.can(pair, about.title(), page, texts.of("lot.relance.dit", letter))
                : BulkRow.cannot(pair, about.title(), page, texts.of("lot.relance.appeler", letter));
    }

    /** The letter that has not led to anything yet. */
    private Optional<Sent> last(String person, String pair) {
        return db.sql("""
                        select coalesce(parameters ->> 'again', letter_id) as id, kind from letter
                        where person = ? and kind = any(?) and parameters ->> 'pair' = ? and settled_at is null
                            and state in ('SENT', 'CALLED')
                        order by position desc limit 1""").params(person, kinds, pair).query(Sent.class).optional();
    }

    private boolean wasSentToday(String person, Sent letter) {
        LocalDate today = OperationDay.of(clock.instant());
        return db.sql("""
                        select exists (select 1 from letter
                        where person = ? and parameters ->> 'again' = ? and written_at >= ?)""")
                .params(
                        person,
                        letter.id(),
                        Timestamp.from(today.atStartOfDay(OperationZone.PARIS).toInstant()))
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isDone(String key) {
        return sent.isWritten(id(key));
    }

    private static String id(String key) {
        return "again:" + Sha256.id(key);
    }

    @Override
    public void act(Person person, String pair, Map<String, String> typed, CommandContext context) {
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp due = Timestamp.from(letters.afterUndo());
        pairs.of(person, pair)
                .flatMap(about -> last(about.person(), pair))
                .ifPresent(last -> db.sql("""
                        insert into letter(letter_id, kind, person, parameters, urgent, settled_by, written_at, due_at)
                        select ?, kind, person, cast(cast(parameters as jsonb) || jsonb_build_object('again', letter_id) as json),
                            urgent, settled_by, ?, ? from letter where letter_id = ?
                        on conflict (letter_id) do nothing""")
                        .params(id(context.commandId()), now, due, last.id())
                        .update());
    }

    @Override
    public void undo(Person person, String pair, Map<String, String> typed, String key, CommandContext context) {
        sent.takeBack(id(key));
    }
}
