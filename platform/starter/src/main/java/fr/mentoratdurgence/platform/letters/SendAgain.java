package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.lists.BulkAct;
import fr.mentoratdurgence.platform.lists.BulkRow;
import fr.mentoratdurgence.platform.settings.OperationZone;
import fr.mentoratdurgence.sealing.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reminds many people: the last letter about a pair that went out, and whose reason still stands, goes once more; once a day
 * at the most. Each service does it for its own people.
 */
public final class SendAgain implements BulkAct {
    private static final String PAIR = "pair-";

    private record Sent(String id, String kind) {}

    private final String code;
    private final String[] kinds;
    private final BiFunction<Person, String, Optional<AboutPair>> find;
    private final Correspondents people;
    private final Letters letters;
    private final JdbcClient db;
    private final Texts texts;
    private final Clock clock;

    /**
     * Reminders of a service.
     *
     * @param kinds letters that are worth one
     * @param find  whom it goes to, where this person of the team has to do with the pair
     */
    public SendAgain(
            String code,
            Collection<? extends LetterKind> kinds,
            BiFunction<Person, String, Optional<AboutPair>> find,
            Correspondents people,
            Letters letters,
            JdbcClient db,
            Texts texts,
            Clock clock) {
        this.code = code;
        this.kinds = kinds.stream().map(LetterKind::name).toArray(String[]::new);
        this.find = find;
        this.people = people;
        this.letters = letters;
        this.db = db;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public List<BulkRow> look(Person person, List<String> chosen, Map<String, String> typed) {
        return chosen.stream()
                .filter(id -> id.startsWith(PAIR))
                .flatMap(pair -> find.apply(person, pair).map(this::row).stream())
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
        boolean reached = isReached(about.person(), people, letters);
        String letter = texts.of("lettre." + last.get().kind() + ".nom");
        return reached
                ? BulkRow.can(pair, about.title(), page, texts.of("lot.relance.dit", letter))
                : BulkRow.cannot(pair, about.title(), page, texts.of("lot.relance.appeler", letter));
    }

    /** Whether a letter arrives, as far as is known. */
    static boolean isReached(String person, Correspondents people, Letters letters) {
        return letters.closed(person).isEmpty()
                && people.find(person).filter(to -> !to.email().isEmpty()).isPresent();
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
        return db.sql("select exists (select 1 from letter where letter_id = ?)")
                .param(id(key))
                .query(Boolean.class)
                .single();
    }

    private static String id(String key) {
        return "again:" + Sha256.id(key);
    }

    @Override
    public void act(Person person, String pair, Map<String, String> typed, CommandContext context) {
        Timestamp now = Timestamp.from(clock.instant());
        find.apply(person, pair)
                .flatMap(about -> last(about.person(), pair))
                .ifPresent(last -> db.sql("""
                        insert into letter(letter_id, kind, person, parameters, urgent, settled_by, written_at, due_at)
                        select ?, kind, person, cast(cast(parameters as jsonb) || jsonb_build_object('again', letter_id) as json),
                            urgent, settled_by, ?, ? from letter where letter_id = ?
                        on conflict (letter_id) do nothing""")
                        .params(id(context.commandId()), now, now, last.id())
                        .update());
    }
}
