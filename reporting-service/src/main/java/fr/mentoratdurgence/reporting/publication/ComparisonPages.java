package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.reporting.assessment.AssessmentBoard;
import fr.mentoratdurgence.reporting.assessment.AssessmentRow;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.publication.Comparison.Side;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private static final String ASSESSMENT = "assessment-";
    private static final long LARGEST_FILE = 5_000_000;

    private final BilanDesk desk;
    private final AssessmentBoard board;
    private final ExactViews views;
    private final Wording wording;
    private final Texts texts;

    ComparisonPages(BilanDesk desk, AssessmentBoard board, ExactViews views, Wording wording, Texts texts) {
        this.desk = desk;
        this.board = board;
        this.views = views;
        this.wording = wording;
        this.texts = texts;
    }

    @GetMapping("/bilan/comparer")
    String compare(
            Person person,
            @RequestParam(required = false) @Nullable String a,
            @RequestParam(required = false) @Nullable String b,
            @RequestParam(required = false, defaultValue = "false") boolean detail,
            Model model,
            HttpServletResponse response) {
        show(model, a, b, detail);
        if (a == null && b == null) {
            return PAGE;
        }
        return compared(model, response, detail, () -> side(person, "a", a), () -> side(person, "b", b));
    }

    @PostMapping("/bilan/comparer")
    String compareWithFile(
            Person person,
            @RequestParam(required = false) @Nullable String a,
            @RequestParam(required = false, defaultValue = "false") boolean detail,
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            Model model,
            HttpServletResponse response) {
        show(model, a, null, detail);
        return compared(model, response, detail, () -> side(person, "a", a), () -> file(fichier));
    }

    private void show(Model model, @Nullable String a, @Nullable String b, boolean detail) {
        model.addAttribute("a", a);
        model.addAttribute("b", b);
        model.addAttribute("detail", detail);
    }

    @FunctionalInterface
    private interface Reading {
        Side side();
    }

    private String compared(Model model, HttpServletResponse response, boolean detail, Reading one, Reading other) {
        try {
            Side first = one.side();
            Side second = other.side();
            model.addAttribute("premier", first.label());
            model.addAttribute("second", second.label());
            model.addAttribute("lignes", new Comparison(wording).rows(first, second, !detail));
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("violations", texts.of(refused));
        }
        return PAGE;
    }

    private Side side(Person person, String field, @Nullable String asked) {
        boolean exact = BilanDesk.seesExactFigures(person);
        if (asked != null && asked.strip().startsWith(ASSESSMENT)) {
            AssessmentRow row = row(field, asked.strip());
            if (exact) {
                views.note(person, "COMPARISON", row.scope());
            }
            return Comparison.side(
                    texts.of(
                            "arrete.titre",
                            wording.territory(row.scope().territory()),
                            wording.instant(row.scope().asOf()),
                            row.version()),
                    board.figures(row, exact));
        }
        try {
            Bilan bilan = desk.answer(person, new Question(asked, null, null, null), "COMPARISON", Scope.LATEST_SET);
            return Comparison.side(wording.instant(bilan.asOf()), bilan);
        } catch (InvalidInput refused) {
            Violations here = new Violations();
            refused.violations().forEach(violation -> here.add(field, violation.key()));
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

    private static Side file(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw refused("fichier", "comparer.fichier.manque");
        }
        if (file.getSize() > LARGEST_FILE) {
            throw refused("fichier", "comparer.fichier.gros");
        }
        try {
            String content = new String(file.getBytes(), StandardCharsets.UTF_8);
            return Comparison.file(name(file), content)
                    .orElseThrow(() -> refused("fichier", "comparer.fichier.illisible"));
        } catch (IOException _) {
            throw refused("fichier", "comparer.fichier.illisible");
        }
    }

    private static String name(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename()).orElse("");
    }

    private static InvalidInput refused(String field, String key) {
        return new InvalidInput(new Violations().add(field, key).all());
    }
}
