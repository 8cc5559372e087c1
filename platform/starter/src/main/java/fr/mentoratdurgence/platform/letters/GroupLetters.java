package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.lists.BulkAct;
import fr.mentoratdurgence.platform.lists.BulkField;
import fr.mentoratdurgence.platform.lists.BulkRow;
import fr.mentoratdurgence.platform.lists.BulkUndo;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.sealing.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes to many people at once, each about a pair: one of the texts that are ready, so that nothing is typed that could tell
 * on a young person. The look says who gets it and who does not.
 */
final class GroupLetters implements BulkAct, BulkUndo {
    private static final String PAIR = "pair-";
    private static final String TEXT = "texte";

    private final LettersOfPairs pairs;
    private final List<? extends LetterKind> ready;
    private final SentByTheTeam sent;
    private final Correspondents people;
    private final Letters letters;
    private final LetterPreferences preferences;
    private final TransactionOperations transaction;
    private final Texts texts;

    GroupLetters(
            LettersOfPairs pairs,
            SentByTheTeam sent,
            Correspondents people,
            Letters letters,
            LetterPreferences preferences,
            PlatformTransactionManager transactions,
            Texts texts) {
        this.pairs = pairs;
        this.ready = List.copyOf(pairs.ready());
        this.sent = sent;
        this.people = people;
        this.letters = letters;
        this.preferences = preferences;
        this.transaction = new TransactionTemplate(transactions);
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
                .flatMap(pair -> pairs.of(person, pair).map(about -> row(about, kind)).stream())
                .toList();
    }

    private BulkRow row(AboutPair about, LetterKind kind) {
        String page = "/suivi/binomes/" + about.pair();
        if (!sent.isReached(about.person())) {
            return BulkRow.cannot(about.pair(), about.title(), page, texts.of("lot.message.appeler"));
        }
        return preferences.rhythm(people.chooser(about.person()), kind) == Rhythm.NEEDED_ONLY
                ? BulkRow.cannot(about.pair(), about.title(), page, texts.of("lot.message.choix"))
                : BulkRow.can(about.pair(), about.title(), page, texts.of("lot.message.dit"));
    }

    @Override
    public boolean isDone(String key) {
        return sent.isWritten(id(key));
    }

    private static String id(String key) {
        return "group:" + Sha256.id(key);
    }

    @Override
    public void act(Person person, String pair, Map<String, String> typed, CommandContext context) {
        LetterKind kind = kind(typed).map(LetterKind.class::cast).orElseThrow();
        pairs.of(person, pair)
                .ifPresent(about -> transaction.executeWithoutResult(_ ->
                        letters.write(Letter.of(id(context.commandId()), kind, about.person(), Map.of("pair", pair))
                                .dueAt(letters.afterUndo())
                                .until("message:" + pair))));
    }

    @Override
    public void undo(Person person, String pair, Map<String, String> typed, String key, CommandContext context) {
        sent.takeBack(id(key));
    }
}
