package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.reporting.assessment.AssessmentBoard;
import fr.mentoratdurgence.reporting.assessment.AssessmentRow;
import fr.mentoratdurgence.reporting.assessment.AssessmentStatus;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.publication.Comparison.Row;
import fr.mentoratdurgence.reporting.publication.Comparison.Side;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Compares two dates or assessments with each other, or one of them with a file. */
@Controller
class ComparisonPages {
    private static final String PAGE = "bilan/comparer";
    private static final long LARGEST_FILE = 5_000_000;

    private final BilanBoard bilans;
    private final AssessmentBoard board;
    private final ExactViews views;
    private final Wording wording;
    private final Texts texts;
    private final FormAct forms;

    ComparisonPages(
            BilanBoard bilans, AssessmentBoard board, ExactViews views, Wording wording, Texts texts, FormAct forms) {
        this.bilans = bilans;
        this.board = board;
        this.views = views;
        this.wording = wording;
        this.texts = texts;
        this.forms = forms;
    }

    /** @param note what to know before reading it; empty = nothing */
    record Table(String id, String note, String first, String second, List<Row> rows) {}

    @GetMapping("/bilan/comparer")
    String compare(
            Person person,
            @RequestParam(required = false) @Nullable String a,
            @RequestParam(required = false) @Nullable String jourA,
            @RequestParam(required = false) @Nullable String b,
            @RequestParam(required = false) @Nullable String jourB,
            @RequestParam(required = false, defaultValue = "false") boolean detail,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("arretes", choices());
        model.addAttribute("a", a);
        model.addAttribute("jourA", jourA);
        model.addAttribute("b", b);
        model.addAttribute("jourB", jourB);
        model.addAttribute("detail", detail);
        if (Stream.of(a, b, jourA, jourB).allMatch(Objects::isNull)) {
            return PAGE;
        }
        return compared(model, response, () -> {
            Side first = side(person, "a", a, "jourA", jourA);
            Side second = side(person, "b", b, "jourB", jourB);
            return List.of(table("ecarts", "", first, second, new Comparison(wording).rows(first, second, !detail)));
        });
    }

    @PostMapping("/bilan/comparer")
    String compareWithFile(
            Person person,
            @RequestParam(required = false) @Nullable String avec,
            @RequestParam(required = false) @Nullable String jourAvec,
            @RequestParam(required = false, defaultValue = "false") boolean detailAvec,
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("arretes", choices());
        model.addAttribute("avec", avec);
        model.addAttribute("jourAvec", jourAvec);
        model.addAttribute("detail", detailAvec);
        return compared(model, response, () -> switch (file(fichier)) {
            case ComparedFile.OfBilan(Side brought) -> {
                Side live = side(person, "avec", avec, "jourAvec", jourAvec);
                yield List.of(
                        table("ecarts", "", live, brought, new Comparison(wording).rows(live, brought, !detailAvec)));
            }
            case ComparedFile.OfWhatIf whatIf -> counterfactual(person, avec, jourAvec, detailAvec, whatIf);
        });
    }

    /** To choose from instead of typing an id. */
    private List<Choice> choices() {
        return board.newest().stream()
                .filter(row -> !row.status().is(AssessmentStatus.REQUESTED))
                .map(row -> new Choice(
                        row.assessment(), texts.of("arrete.titre", wording.scope(row.scope()), row.version())))
                .toList();
    }

    /** What was against what would have been; then both seasons as they were played, on the same assumptions. */
    private List<Table> counterfactual(
            Person person,
            @Nullable String avec,
            @Nullable String jourAvec,
            boolean detail,
            ComparedFile.OfWhatIf whatIf) {
        String day = isBlank(jourAvec) ? whatIf.to().toString() : jourAvec;
        Side live = side(person, "avec", avec, "jourAvec", day);
        Comparison comparison = new Comparison(wording);
        return List.of(
                table(
                        "ecarts",
                        texts.of("comparer.etsi.note.reel"),
                        live,
                        whatIf.other(),
                        comparison.common(live, whatIf.other(), !detail)),
                table(
                        "ecarts-simules",
                        texts.of("comparer.etsi.note.simule"),
                        whatIf.inForce(),
                        whatIf.other(),
                        comparison.rows(whatIf.inForce(), whatIf.other(), !detail)));
    }

    private static Table table(String id, String note, Side first, Side second, List<Row> rows) {
        return new Table(id, note, first.label(), second.label(), rows);
    }

    private String compared(Model model, HttpServletResponse response, Supplier<List<Table>> tables) {
        try {
            model.addAttribute("tableaux", tables.get());
        } catch (InvalidInput refused) {
            forms.mend(refused, model, response);
        }
        return PAGE;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** An assessment where one is chosen, else a day; nothing = now. */
    private Side side(Person person, String field, @Nullable String chosen, String dayField, @Nullable String day) {
        boolean exact = BilanBoard.seesExactFigures(person);
        if (chosen != null && !chosen.isBlank()) {
            AssessmentRow row = row(field, chosen.strip());
            if (exact) {
                views.note(person, "COMPARISON", row.scope());
            }
            return Comparison.side(
                    texts.of("arrete.titre", wording.scope(row.scope()), row.version()), board.figures(row, exact));
        }
        try {
            Bilan bilan = bilans.answer(person, new Question(day, null, null), "COMPARISON");
            return Comparison.side(wording.instant(bilan.asOf()), bilan);
        } catch (InvalidInput refused) {
            Violations here = new Violations();
            refused.violations()
                    .forEach(violation ->
                            here.add(dayField, violation.key(), violation.args().toArray()));
            throw new InvalidInput(here.all());
        }
    }

    private AssessmentRow row(String field, String assessment) {
        try {
            return board.find(assessment);
        } catch (Rejection _) {
            throw refused(field, "comparer.inconnu");
        }
    }

    private ComparedFile file(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw refused(ComparedFile.FIELD, "comparer.fichier.manque");
        }
        if (file.getSize() > LARGEST_FILE) {
            throw refused(ComparedFile.FIELD, "comparer.fichier.gros");
        }
        try {
            return ComparedFile.read(name(file), new String(file.getBytes(), StandardCharsets.UTF_8), wording);
        } catch (IOException _) {
            throw refused(ComparedFile.FIELD, "comparer.fichier.illisible");
        }
    }

    private static String name(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename()).orElse("");
    }

    private static InvalidInput refused(String field, String key) {
        return new InvalidInput(new Violations().add(field, key).all());
    }
}
