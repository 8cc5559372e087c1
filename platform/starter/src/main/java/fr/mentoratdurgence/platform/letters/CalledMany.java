package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.letters.LettersOfTheTeam.Addressee;
import fr.mentoratdurgence.platform.letters.TeamLetterBook.Row;
import fr.mentoratdurgence.platform.lists.BulkAct;
import fr.mentoratdurgence.platform.lists.BulkRow;
import fr.mentoratdurgence.platform.lists.BulkUndo;
import fr.mentoratdurgence.platform.search.Hit.Name;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What many letters could not tell was said by telephone. */
final class CalledMany implements BulkAct, BulkUndo {
    static final String CODE = "appele";

    private final TeamLetterBook book;
    private final LettersOfTheTeam people;
    private final Texts texts;

    CalledMany(TeamLetterBook book, LettersOfTheTeam people, Texts texts) {
        this.book = book;
        this.people = people;
        this.texts = texts;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public List<BulkRow> look(Person person, List<String> chosen, Map<String, String> typed) {
        List<Row> rows = book.among(person, chosen);
        Map<String, Addressee> known =
                people.named(person, rows.stream().map(Row::person).distinct().toList());
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(known.get(row.person())).map(to -> row(row, to)))
                .toList();
    }

    private BulkRow row(Row row, Addressee to) {
        List<Name> title = Name.known(to.name());
        return row.toCall()
                ? BulkRow.can(row.letter(), title, to.href(), texts.of("lettre." + row.kind() + ".nom"))
                : BulkRow.cannot(
                        row.letter(),
                        title,
                        to.href(),
                        texts.of("lot.appele.non", texts.of("lettres.etat." + row.state())));
    }

    @Override
    public boolean isDone(String key) {
        return book.isCalled(key);
    }

    @Override
    public void act(Person person, String id, Map<String, String> typed, CommandContext context) {
        book.called(id, context.commandId());
    }

    @Override
    public void undo(Person person, String id, Map<String, String> typed, String key, CommandContext context) {
        book.uncalled(id, key);
    }
}
