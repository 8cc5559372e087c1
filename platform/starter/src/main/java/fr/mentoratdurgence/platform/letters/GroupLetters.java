package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.lists.BulkAct;
import fr.mentoratdurgence.platform.lists.BulkField;
import fr.mentoratdurgence.platform.lists.BulkRow;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.sealing.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes to many people at once, each about a pair: one of the texts that are ready, so that nothing is typed that could tell
 * on a young person. The look says who gets it and who does not.
 */
public final class GroupLetters implements BulkAct {
    private static final String PAIR = "pair-";
    private static final String TEXT = "texte";

    private final List<? extends LetterKind> ready;
    private final BiFunction<Person, String, Optional<AboutPair>> find;
    private final Correspondents people;
    private final Letters letters;
    private final LetterPreferences preferences;
    private final TransactionOperations transaction;
    private final JdbcClient db;
    private final Texts texts;

    /**
     * Letters of a service.
     *
     * @param ready kinds whose texts are ready
     * @param find  whom a letter about a pair goes to, where this person of the team has to do with it
     */
    public GroupLetters(
            Collection<? extends LetterKind> ready,
            BiFunction<Person, String, Optional<AboutPair>> find,
            Correspondents people,
            Letters letters,
            LetterPreferences preferences,
            TransactionOperations transaction,
            JdbcClient db,
            Texts texts) {
        this.ready = List.copyOf(ready);
        this.find = find;
        this.people = people;
        this.letters = letters;
        this.preferences = preferences;
        this.transaction = transaction;
        this.db = db;
        this.texts = texts;
    }

    @Override
    public String code() {
        return "message";
    }

    @Override
    public List<BulkField> fields(Person person, List<String> chosen, Map<String, String> typed) {
        List<Choice> choices = ready.stream()
                .map(kind -> new Choice(kind.name(), texts.of("lettre." + kind.name() + ".nom")))
                .toList();
        return List.of(BulkField.dropdown(TEXT, texts.of("lot.message.lequel"), choices, typed.getOrDefault(TEXT, "")));
    }

    @Override
    public String preview(Map<String, String> typed) {
        return kind(typed)
                .map(kind -> texts.of("lettre." + kind.name() + ".texte"))
                .orElse("");
    }

    @Override
    public void check(Map<String, String> typed) {
        if (kind(typed).isEmpty()) {
            new Violations().add(TEXT, "lot.message.manque").throwIfAny();
        }
    }

    private Optional<? extends LetterKind> kind(Map<String, String> typed) {
        return ready.stream()
                .filter(kind -> kind.name().equals(typed.get(TEXT)))
                .findFirst();
    }

    @Override
    public List<BulkRow> look(Person person, List<String> chosen, Map<String, String> typed) {
        LetterKind kind = kind(typed).map(LetterKind.class::cast).orElse(ready.getFirst());
        return chosen.stream()
                .filter(id -> id.startsWith(PAIR))
                .flatMap(pair -> find.apply(person, pair).map(about -> row(about, kind)).stream())
                .toList();
    }

    private BulkRow row(AboutPair about, LetterKind kind) {
        String page = "/suivi/binomes/" + about.pair();
        if (!SendAgain.isReached(about.person(), people, letters)) {
            return BulkRow.cannot(about.pair(), about.title(), page, texts.of("lot.message.appeler"));
        }
        return preferences.rhythm(people.chooser(about.person()), kind) == Rhythm.NEEDED_ONLY
                ? BulkRow.cannot(about.pair(), about.title(), page, texts.of("lot.message.choix"))
                : BulkRow.can(about.pair(), about.title(), page, texts.of("lot.message.dit"));
    }

    @Override
    public boolean isDone(String key) {
        return db.sql("select exists (select 1 from letter where letter_id = ?)")
                .param(id(key))
                .query(Boolean.class)
                .single();
    }

    private static String id(String key) {
        return "group:" + Sha256.id(key);
    }

    @Override
    public void act(Person person, String pair, Map<String, String> typed, CommandContext context) {
        LetterKind kind = kind(typed).map(LetterKind.class::cast).orElseThrow();
        find.apply(person, pair)
                .ifPresent(about -> transaction.executeWithoutResult(_ ->
                        letters.write(Letter.of(id(context.commandId()), kind, about.person(), Map.of("pair", pair))
                                .until("message:" + pair))));
    }
}
