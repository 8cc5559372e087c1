package fr.mentoratdurgence.mentor.pool;

import static java.util.stream.Collectors.joining;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.onboarding.Condition;
import fr.mentoratdurgence.mentor.onboarding.OperationRules;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.lists.ListColumns;
import fr.mentoratdurgence.platform.lists.ListColumns.Column;
import fr.mentoratdurgence.platform.lists.ListFile;
import fr.mentoratdurgence.platform.lists.ListFilter;
import fr.mentoratdurgence.platform.lists.ListHead;
import fr.mentoratdurgence.platform.lists.Lists;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The mentors of a territory, with what is missing; the file of them names nobody. */
@Controller
class MentorListPages {
    private static final String PATH = "/mentors";
    private static final int PAGE = 50;
    private static final List<String> USUAL = List.of("age", "departement", "manque");
    private static final List<String> MORE = List.of("association", "capacite");

    private final MentorBoard mentors;
    private final IdentityBook identities;
    private final MentorCalls calls;
    private final MentorActs acts;
    private final OperationRules rules;
    private final OperationDay day;
    private final Lists lists;
    private final Texts texts;

    MentorListPages(
            MentorBoard mentors,
            IdentityBook identities,
            MentorCalls calls,
            MentorActs acts,
            OperationRules rules,
            OperationDay day,
            Lists lists,
            Texts texts) {
        this.mentors = mentors;
        this.identities = identities;
        this.calls = calls;
        this.acts = acts;
        this.rules = rules;
        this.day = day;
        this.lists = lists;
        this.texts = texts;
    }

    /** A line of the list. */
    record Item(MentorRow row, String name, Set<Condition> missing, long days) {}

    @GetMapping(PATH)
    ModelAndView list(
            Person person,
            @RequestParam(name = "statut", defaultValue = "") String state,
            @RequestParam(defaultValue = "") String dpt,
            @RequestParam(name = ListColumns.PARAMETER, required = false) @Nullable List<String> colonnes,
            @RequestParam(name = ListHead.FILE, required = false) @Nullable String fichier,
            @RequestParam(defaultValue = "1") int page) {
        MentorStatus statut = Code.known(MentorStatus.class, state).orElse(MentorStatus.APPLIED);
        Person there = person.in(dpt);
        LocalDate today = day.today();
        ListColumns columns = ListColumns.of(texts, "liste.colonne.", USUAL, MORE, colonnes);
        if (ListFile.asked(fichier)) {
            return file(mentors.visibleTo(there, statut, 0, FirstRows.MOST), columns, today);
        }
        ListAddress here = ListAddress.of(PATH).with("statut", statut).with("dpt", there.equals(person) ? null : dpt);
        ListHead head = lists.head(person, here, filters(person, statut, here), columns);
        int total = mentors.countVisibleTo(there, statut);
        ListPage pages = ListPage.of(page, Math.min(total, FirstRows.MOST), PAGE, head.address());
        List<MentorRow> rows = mentors.visibleTo(there, statut, pages.offset(), PAGE);
        Map<String, Identity> names =
                identities.all(rows.stream().map(MentorRow::mentor).toList());
        return new ModelAndView("mentors/liste")
                .addObject(
                        "mentors",
                        rows.stream()
                                .map(row -> new Item(
                                        row,
                                        calls.name(names.get(row.mentor())),
                                        row.missing(rules, today),
                                        days(row, today)))
                                .toList())
                .addObject("tete", head)
                .addObject("colonnes", columns)
                .addObject("appels", calls.of(acts.toCall(person)))
                .addObject("total", texts.counted(total))
                .addObject("statut", statut)
                .addObject(
                        "statuts",
                        Stream.of(MentorStatus.values())
                                .map(one -> new Choice(
                                        head.address().with("statut", one).toString(), texts.of("statuts." + one)))
                                .toList())
                .addObject("pages", pages);
    }

    private List<ListFilter> filters(Person person, MentorStatus statut, ListAddress here) {
        return List.of(
                ListFilter.apart("statut", Choice.of(texts, "statuts.", MentorStatus.values()), statut.name()),
                ListFilter.ofTerritory(person, texts, here.chosen().getOrDefault("dpt", "")));
    }

    private ModelAndView file(List<MentorRow> rows, ListColumns columns, LocalDate today) {
        List<Column> always = Stream.of("numero", "statut")
                .map(code -> new Column(code, texts.of("liste.colonne." + code), true))
                .toList();
        return ListFile.of("mentors-" + today, always, columns, rows, (row, column) -> cell(row, column, today));
    }

    private String cell(MentorRow row, String column, LocalDate today) {
        String association = row.associationLabel();
        return switch (column) {
            case "numero" -> row.reference();
            case "statut" -> texts.word("statut", row.status());
            case "age" -> Long.toString(days(row, today));
            case "departement" -> row.departement();
            case "manque" ->
                row.missing(rules, today).stream()
                        .map(condition -> texts.of("manque." + condition))
                        .collect(joining(", "));
            case "association" -> association == null ? "" : association;
            case "capacite" -> Integer.toString(row.offer().capacity());
            default -> "";
        };
    }

    private static long days(MentorRow row, LocalDate today) {
        return ChronoUnit.DAYS.between(row.appliedOn(), today);
    }
}
