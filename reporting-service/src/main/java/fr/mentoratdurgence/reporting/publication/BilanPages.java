package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.reporting.assessment.AssessmentBoard;
import fr.mentoratdurgence.reporting.assessment.AssessmentRow;
import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Catalogue;
import fr.mentoratdurgence.reporting.bilan.Chapter;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.bilan.Territory;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The bilan for people. */
@Controller
class BilanPages {
    private static final List<Axis> FUNNEL_AXES =
            List.of(Axis.PRIORITY_AUDIENCE, Axis.LEVEL_BAND, Axis.STRUCTURE_KIND, Axis.ACADEMIE, Axis.DEPARTEMENT);
    private static final List<String> MAPS =
            List.of("equity.coverage", "funnel.asked", "funnel.confirmed", "activity.sessions", "activity.hours");

    /** What the catalogue says of an indicator. */
    record Entry(
            String code,
            int version,
            String label,
            String unit,
            String definition,
            String formula,
            String rounding,
            String readsEvents) {}

    record CatalogueChapter(String id, String heading, List<Entry> entries) {}

    record Untold(String label, String reason) {}

    private final BilanBoard bilans;
    private final AssessmentBoard board;
    private final BilanFiles files;
    private final Territories territories;
    private final Wording wording;
    private final Texts texts;
    private final FormAct forms;

    BilanPages(
            BilanBoard bilans,
            AssessmentBoard board,
            BilanFiles files,
            Territories territories,
            Wording wording,
            Texts texts,
            FormAct forms) {
        this.bilans = bilans;
        this.board = board;
        this.files = files;
        this.territories = territories;
        this.wording = wording;
        this.texts = texts;
        this.forms = forms;
    }

    @GetMapping("/bilan")
    String bilan(
            Person person,
            @ModelAttribute("demande") Question question,
            @RequestParam(required = false) @Nullable String jour,
            Model model,
            HttpServletResponse response) {
        Question asked = jour == null ? question : slid(question, jour);
        return show(
                person,
                asked,
                "bilan/bilan",
                model,
                response,
                bilan -> model.addAttribute("tuiles", new DashboardView(bilan, wording).tiles()));
    }

    /** Every figure, chapter by chapter. */
    @GetMapping("/bilan/tableaux")
    String tables(
            Person person,
            @ModelAttribute("demande") Question question,
            @RequestParam(required = false, defaultValue = "false") boolean imprimer,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("imprimer", imprimer);
        return show(person, question, "bilan/tableaux", model, response, _ -> {});
    }

    @GetMapping("/bilan/entonnoir")
    String funnel(
            Person person,
            @ModelAttribute("demande") Question question,
            @RequestParam(required = false) @Nullable String axe,
            Model model,
            HttpServletResponse response) {
        Axis axis = FUNNEL_AXES.stream()
                .filter(known -> known.code().equals(axe))
                .findFirst()
                .orElse(Axis.PRIORITY_AUDIENCE);
        model.addAttribute("axe", axis.code());
        model.addAttribute(
                "axes",
                FUNNEL_AXES.stream()
                        .map(known -> new Choice(known.code(), wording.axis(known)))
                        .toList());
        return show(person, question, "bilan/entonnoir", model, response, bilan -> {
            FunnelView funnel = new FunnelView(wording);
            model.addAttribute("etapes", funnel.steps(bilan));
            model.addAttribute("tableau", funnel.table(bilan, axis));
            model.addAttribute("liens", drill(bilan, axis));
        });
    }

    @GetMapping("/bilan/durees")
    String curves(
            Person person, @ModelAttribute("demande") Question question, Model model, HttpServletResponse response) {
        return show(person, question, "bilan/durees", model, response, _ -> {});
    }

    @GetMapping("/bilan/carte")
    String map(
            Person person,
            @ModelAttribute("demande") Question question,
            @RequestParam(required = false) @Nullable String mesure,
            Model model,
            HttpServletResponse response) {
        String code = mesure != null && MAPS.contains(mesure) ? mesure : MAPS.getFirst();
        model.addAttribute("mesure", code);
        model.addAttribute(
                "mesures",
                MAPS.stream()
                        .map(known -> new Choice(known, texts.of("indicateur." + known + ".libelle")))
                        .toList());
        return show(
                person,
                question,
                "bilan/carte",
                model,
                response,
                bilan -> bilan.find(code)
                        .ifPresent(figure -> model.addAttribute("carte", new DocumentView(wording).map(figure))));
    }

    @GetMapping("/bilan/indicateurs")
    String catalogue(Model model) {
        List<CatalogueChapter> chapters = new ArrayList<>();
        Map<Chapter, List<Entry>> entries = new EnumMap<>(Chapter.class);
        Catalogue.indicators()
                .forEach(indicator -> entries.computeIfAbsent(indicator.chapter(), _ -> new ArrayList<>())
                        .add(entry(indicator)));
        entries.forEach(
                (chapter, all) -> chapters.add(new CatalogueChapter(chapter.id(), wording.chapter(chapter), all)));
        model.addAttribute("chapitres", chapters);
        model.addAttribute(
                "absents",
                Catalogue.untold().stream()
                        .map(code -> new Untold(
                                texts.of("absent." + code + ".libelle"), texts.of("absent." + code + ".raison")))
                        .toList());
        return "bilan/indicateurs";
    }

    private Entry entry(Indicator indicator) {
        return new Entry(
                indicator.code(),
                indicator.version(),
                wording.label(indicator),
                wording.unit(indicator),
                wording.definition(indicator),
                wording.formula(indicator),
                wording.rounding(indicator),
                indicator.events().isEmpty()
                        ? texts.of("bilan.indicateurs.tous")
                        : String.join(", ", indicator.events()));
    }

    @GetMapping("/bilan/public")
    String publicBilan(Model model) {
        bilans.ofYesterday().ifPresent(bilan -> {
            model.addAttribute("jour", wording.day(OperationDay.of(bilan.asOf())));
            model.addAttribute("chiffres", new PublicFigures(wording).of(bilan));
            new DocumentView(wording).coverage(bilan).ifPresent(map -> model.addAttribute("carte", map));
        });
        model.addAttribute(
                "arretes",
                board.published().stream()
                        .sorted(Comparator.comparing(row -> row.correctedBy() != null))
                        .map(row -> new Choice(
                                row.assessment(),
                                texts.of(
                                        row.correctedBy() == null ? "arrete.titre" : "arrete.titre.corrige",
                                        wording.scope(row.scope()),
                                        row.version())))
                        .toList());
        return "bilan/public";
    }

    @GetMapping("/bilan/public/{assessment}")
    String publishedBilan(@PathVariable String assessment, Model model, HttpServletResponse response) {
        Optional<AssessmentRow> row = board.published(assessment);
        if (row.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("status", HttpStatus.NOT_FOUND.value());
            return "ui/error";
        }
        model.addAttribute("arrete", assessment);
        model.addAttribute("version", row.get().version());
        model.addAttribute("corrige", row.get().correctedBy() != null);
        model.addAttribute(
                "remplacePar",
                Optional.ofNullable(row.get().correctedBy())
                        .flatMap(board::published)
                        .map(AssessmentRow::assessment)
                        .orElse(null));
        model.addAttribute("imprimer", false);
        new DocumentView(wording).of(board.figures(row.get(), false)).forEach(model::addAttribute);
        return "bilan/publie";
    }

    @GetMapping("/bilan/public/{assessment}/bilan")
    ResponseEntity<BilanApi.Answer> publishedJson(@PathVariable String assessment) {
        return ResponseEntity.of(
                board.published(assessment).map(row -> BilanApi.answer(board.figures(row, false), wording)));
    }

    @GetMapping("/bilan/public/{assessment}/bilan.{form}")
    ResponseEntity<byte[]> publishedFile(@PathVariable String assessment, @PathVariable String form) {
        BilanFiles.Form known = BilanFiles.form(form);
        return board.published(assessment)
                .map(row -> files.publicFile(board.figures(row, false), known))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private String show(
            Person person,
            Question question,
            String view,
            Model model,
            HttpServletResponse response,
            Consumer<Bilan> more) {
        model.addAttribute("demande", question);
        model.addAttribute("territoires", territories.choices());
        model.addAttribute("exact", BilanBoard.seesExactFigures(person));
        model.addAttribute(
                "passe",
                Stream.of(question.asOf(), question.happenedUntil(), question.territory())
                        .anyMatch(text -> text != null && !text.isBlank()));
        bilans.days().ifPresent(days -> {
            model.addAttribute("jours", days.count());
            model.addAttribute("premierJour", wording.day(days.first()));
            model.addAttribute("premierJourIso", days.first().toString());
        });
        try {
            Bilan bilan = bilans.answer(person, question, "PAGE");
            LocalDate day = OperationDay.of(bilan.asOf());
            model.addAttribute("jour", day.toString());
            bilans.days().ifPresent(days -> model.addAttribute("jourChoisi", days.index(day)));
            String when = bilan.published() ? day.toString() : bilan.asOf().toString();
            model.addAttribute("quand", when);
            model.addAttribute("suite", suite(bilan.scope(), when));
            new DocumentView(wording).of(bilan).forEach(model::addAttribute);
            more.accept(bilan);
        } catch (InvalidInput refused) {
            model.addAttribute("jour", question.asOf());
            forms.mend(refused, model, response);
        }
        return view;
    }

    /** The question again, for links. */
    private static String suite(Scope scope, String when) {
        StringBuilder query = new StringBuilder("asOf=").append(when);
        if (!scope.territory().isNation()) {
            query.append("&territory=").append(scope.territory().id());
        }
        if (scope.happenedUntil() != null) {
            query.append("&happenedUntil=").append(scope.happenedUntil());
        }
        return query.toString();
    }

    /** A place of the slider is a number of days since the first fact. */
    private Question slid(Question question, String place) {
        String asOf = bilans.days()
                .map(days -> {
                    try {
                        long index = Math.clamp(Long.parseLong(place.strip()), 0, days.count());
                        return days.first().plusDays(index).toString();
                    } catch (NumberFormatException _) {
                        return place;
                    }
                })
                .orElse(place);
        return new Question(asOf, question.happenedUntil(), question.territory());
    }

    /** From a row of a territory to its own funnel; never to a need, let alone a person. */
    private List<Choice> drill(Bilan bilan, Axis axis) {
        if (axis != Axis.ACADEMIE && axis != Axis.DEPARTEMENT) {
            return List.of();
        }
        String kind = axis == Axis.ACADEMIE ? "academie-" : "departement-";
        return bilan.find("funnel.asked")
                .map(figure -> figure.parts(axis).stream()
                        .map(part -> kind + part.key())
                        .filter(id -> Territory.parse(id).isPresent())
                        .map(id -> new Choice(id, territories.label(id)))
                        .toList())
                .orElse(List.of());
    }
}
