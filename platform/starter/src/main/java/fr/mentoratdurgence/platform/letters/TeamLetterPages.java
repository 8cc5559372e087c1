package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.letters.LettersOfTheTeam.Addressee;
import fr.mentoratdurgence.platform.letters.TeamLetterBook.Fate;
import fr.mentoratdurgence.platform.letters.TeamLetterBook.Row;
import fr.mentoratdurgence.platform.lists.BulkButton;
import fr.mentoratdurgence.platform.lists.ListColumns;
import fr.mentoratdurgence.platform.lists.ListColumns.Column;
import fr.mentoratdurgence.platform.lists.ListFile;
import fr.mentoratdurgence.platform.lists.ListFilter;
import fr.mentoratdurgence.platform.lists.ListHead;
import fr.mentoratdurgence.platform.lists.Lists;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What was written to the people of a territory, and what has become of it: which letter and to whom, never its words nor an
 * address. Who looks after pairs sees first whom to call, a coordinator all that does not arrive.
 */
@Controller
class TeamLetterPages {
    private static final int PER_PAGE = 50;
    private static final List<String> USUAL = List.of("etat", "jour", "cause");
    private static final List<String> MORE = List.of("voie");

    private final String path;
    private final TeamLetterBook book;
    private final LettersOfTheTeam people;
    private final Correspondents kinds;
    private final Lists lists;
    private final Texts texts;
    private final Clock clock;

    TeamLetterPages(
            TeamLetterBook book, LettersOfTheTeam people, Correspondents kinds, Lists lists, Texts texts, Clock clock) {
        this.path = lists.path();
        this.book = book;
        this.people = people;
        this.kinds = kinds;
        this.lists = lists;
        this.texts = texts;
        this.clock = clock;
    }

    /** A row of the list. */
    record Line(Row row, Addressee to, String what, String state, String day, String cause, String channel) {}

    @GetMapping("${mentorat.lists.path}/courrier")
    ModelAndView letters(
            Person person,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "") String sorte,
            @RequestParam(defaultValue = "") String dpt,
            @RequestParam(name = ListColumns.PARAMETER, required = false) @Nullable List<String> colonnes,
            @RequestParam(name = ListHead.FILE, required = false) @Nullable String fichier,
            @RequestParam(defaultValue = "1") int page) {
        Fate usual = person.has("referent") ? Fate.TO_CALL : Fate.FAILED;
        Fate fate = Code.known(Fate.class, etat).orElse(usual);
        Person there = person.in(dpt);
        ListColumns columns = ListColumns.of(texts, "lettres.colonne.", USUAL, MORE, colonnes);
        if (ListFile.asked(fichier)) {
            return file(lines(person, book.list(there, fate, sorte, 0, FirstRows.MOST)), columns);
        }
        ListAddress here = ListAddress.of(path + "/courrier")
                .with("etat", fate == usual ? null : fate)
                .with("sorte", sorte)
                .with("dpt", there.equals(person) ? null : dpt);
        ListHead head = lists.head(person, here, filters(person, fate, sorte, here), columns);
        int total = book.count(there, fate, sorte);
        ListPage pages = ListPage.of(page, Math.min(total, FirstRows.MOST), PER_PAGE, head.address());
        List<Line> lines = lines(person, book.list(there, fate, sorte, pages.offset(), PER_PAGE));
        return new ModelAndView("letters/of-the-team")
                .addObject("tete", head)
                .addObject("colonnes", columns)
                .addObject("total", texts.counted(total))
                .addObject("courriers", lines)
                .addObject(
                        "lot",
                        lines.stream().anyMatch(line -> line.row().toCall())
                                ? List.of(BulkButton.of(texts, path, CalledMany.CODE))
                                : List.of())
                .addObject("pages", pages);
    }

    private List<ListFilter> filters(Person person, Fate fate, String kind, ListAddress here) {
        List<Choice> sorts = kinds.kinds().stream()
                .map(one -> new Choice(one.name(), name(one.name())))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
        return List.of(
                new ListFilter(
                        "etat",
                        texts.of("lettres.colonne.etat"),
                        Choice.of(texts, "lettres.filtre.", Fate.values()),
                        fate.name(),
                        null),
                new ListFilter("sorte", texts.of("lettres.colonne.sorte"), sorts, kind, texts.of("ui.list.all")),
                ListFilter.ofTerritory(person, texts, here.chosen().getOrDefault("dpt", "")));
    }

    private List<Line> lines(Person person, List<Row> rows) {
        Map<String, Addressee> known =
                people.named(person, rows.stream().map(Row::person).distinct().toList());
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(known.get(row.person())).map(to -> line(row, to)))
                .toList();
    }

    private Line line(Row row, Addressee to) {
        return new Line(
                row,
                to,
                name(row.kind()),
                texts.of("lettres.etat." + row.state()),
                OperationDay.of(row.at()).toString(),
                row.cause().isEmpty() ? "" : texts.of("courrier.cause." + row.cause()),
                row.channel().isEmpty() ? "" : texts.of("lettres.voie." + row.channel()));
    }

    private String name(String kind) {
        return texts.of("lettre." + kind + ".nom");
    }

    private ModelAndView file(List<Line> lines, ListColumns columns) {
        List<Column> always = Stream.of("numero", "sorte")
                .map(code -> new Column(code, texts.of("lettres.colonne." + code), true))
                .toList();
        return ListFile.of(
                "courrier-" + OperationDay.of(clock.instant()),
                always,
                columns,
                lines,
                (line, column) -> switch (column) {
                    case "numero" -> line.to().number();
                    case "sorte" -> line.what();
                    case "etat" -> line.state();
                    case "jour" -> line.day();
                    case "cause" -> line.cause();
                    case "voie" -> line.channel();
                    default -> "";
                });
    }
}
