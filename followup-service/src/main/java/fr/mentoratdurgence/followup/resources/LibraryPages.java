package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.Vocabulary;
import fr.mentoratdurgence.files.ImportReport;
import fr.mentoratdurgence.files.ImportReport.State;
import fr.mentoratdurgence.followup.resources.LibraryFile.Work;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.jobs.Jobs;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The library: everybody who may looks something up, and coordinators keep it, one by one or by a file. */
@Controller
class LibraryPages {
    private static final String PATH = "/suivi/ressources";
    private static final String ROW = "bibliotheque";
    private static final int PER_PAGE = 40;
    private static final int LARGEST_FILE = 1_000_000;
    private static final Fields FORM = Fields.NONE.at(ResourceRejection.RESOURCE_CODE_TAKEN, "code");

    private final LibraryActs library;
    private final Jobs jobs;
    private final OperationDay day;
    private final FormAct forms;
    private final Texts texts;

    LibraryPages(LibraryActs library, Jobs jobs, OperationDay day, FormAct forms, Texts texts) {
        this.library = library;
        this.jobs = jobs;
        this.day = day;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Person person,
            @RequestParam(defaultValue = "") String niveau,
            @RequestParam(defaultValue = "") String pour,
            @RequestParam(defaultValue = "") String cote,
            @RequestParam(defaultValue = "1") int page) {
        List<LibraryItem> found = library.shownTo(person).stream()
                .filter(item -> niveau.isEmpty() || item.is().suits(niveau))
                .filter(item -> pour.isEmpty() || item.is().helpsWith(pour))
                .filter(item -> Code.known(ResourceSide.class, cote)
                        .map(side -> item.is().isFor(side))
                        .orElse(true))
                .toList();
        ListPage pages = ListPage.of(
                page,
                found.size(),
                PER_PAGE,
                ListAddress.of(PATH).with("niveau", niveau).with("pour", pour).with("cote", cote));
        return new ModelAndView("ressources/liste")
                .addObject(
                        "ressources",
                        found.stream().skip(pages.offset()).limit(PER_PAGE).toList())
                .addObject("liste", pages)
                .addObject("niveau", niveau)
                .addObject("pour", pour)
                .addObject("cote", cote)
                .addObject("niveaux", levels())
                .addObject("accompagnements", Choice.of(texts, "accompagnement.", SupportKind.values()))
                .addObject("cotes", Choice.of(texts, "ressource.cote.", ResourceSide.values()))
                .addObject("guides", GuidePages.GUIDES)
                .addObject("tient", LibraryActs.curates(person))
                .addObject("aujourdhui", day.today());
    }

    @GetMapping(PATH + "/nouvelle")
    ModelAndView blank() {
        return form(new LinkedMultiValueMap<>(), null);
    }

    @GetMapping(PATH + "/{resource}/fiche")
    ModelAndView known(Person person, @PathVariable String resource) {
        LibraryItem item = library.find(person, resource);
        return form(typed(item), item);
    }

    @PostMapping(PATH)
    ModelAndView add(Person person, @RequestParam MultiValueMap<String, String> typed) {
        return forms.answer(
                FORM,
                () -> {
                    Violations wrong = new Violations();
                    Draft draft = draft(typed);
                    String code = library.codeOf(draft, wrong);
                    Described is = library.check(draft, wrong);
                    wrong.throwIfAny();
                    if (library.fate(code, is) != State.NEW) {
                        throw new Rejection(ResourceRejection.RESOURCE_CODE_TAKEN);
                    }
                    library.keep(code, is, person);
                    return done("ajoutee", LibraryItem.idOf(code));
                },
                () -> form(typed, null));
    }

    @PostMapping(PATH + "/{resource}/fiche")
    ModelAndView change(
            Person person, @PathVariable String resource, @RequestParam MultiValueMap<String, String> typed) {
        LibraryItem item = library.find(person, resource);
        return forms.answer(
                FORM,
                () -> {
                    Violations wrong = new Violations();
                    Described is = library.check(draft(typed), wrong);
                    wrong.throwIfAny();
                    library.keep(item.code(), is, person);
                    return done("changee", item.resource());
                },
                () -> form(typed, item));
    }

    @PostMapping(PATH + "/{resource}/retrait")
    ModelAndView withdraw(Person person, @PathVariable String resource) {
        library.withdraw(person, resource);
        return done("retiree", resource);
    }

    /** A file, first as a trial that changes nothing; what was tried comes back with the second button. */
    @PostMapping(PATH + "/fichier")
    ModelAndView file(
            Person person,
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            @RequestParam(required = false) @Nullable String contenu,
            @RequestParam(required = false) @Nullable String depart,
            @RequestParam(required = false) @Nullable String importer,
            CommandContext context) {
        return forms.answer(
                () -> {
                    byte[] bytes = depart != null ? LibraryFile.start() : bytes(fichier, contenu);
                    boolean trial = importer == null;
                    Work work = Work.of(trial);
                    return jobs.show(
                            work,
                            jobs.ask(work, new LibraryFile.Asked(trial), bytes, person, context),
                            person,
                            ImportReport.class,
                            report -> !trial && report.rejected() == 0
                                    ? done("importees", ROW)
                                    : report(report, trial)
                                            .addObject(
                                                    "contenu",
                                                    Base64.getEncoder().encodeToString(bytes)));
                },
                () -> list(person, "", "", "", 1));
    }

    /** What a file came to that took a while; it is gone itself, and chosen again after a trial. */
    @GetMapping(PATH + "/fichier")
    ModelAndView file(Person person, @RequestParam String travail) {
        boolean trial = jobs.find(travail, person).kind().equals(Work.RESOURCES_TRIAL.name());
        return jobs.show(Work.of(trial), travail, person, ImportReport.class, report -> report(report, trial));
    }

    private static ModelAndView report(ImportReport report, boolean trial) {
        return new ModelAndView("ressources/fichier")
                .addObject("rapport", report)
                .addObject("essai", trial);
    }

    private static byte[] bytes(@Nullable MultipartFile file, @Nullable String tried) {
        try {
            byte[] bytes = file != null && !file.isEmpty()
                    ? file.getBytes()
                    : Base64.getDecoder().decode(Objects.requireNonNullElse(tried, ""));
            if (bytes.length == 0) {
                throw refused("ressource.fichier.manque");
            }
            if (bytes.length > LARGEST_FILE) {
                throw refused("ressource.fichier.gros");
            }
            return bytes;
        } catch (IOException | IllegalArgumentException _) {
            throw refused("ressource.fichier.manque");
        }
    }

    private static InvalidInput refused(String key) {
        return new InvalidInput(new Violations().add("fichier", key).all());
    }

    private static ModelAndView done(String act, String row) {
        return FormAct.done(new JustDone(act, row), null, PATH + "#" + row);
    }

    private ModelAndView form(MultiValueMap<String, String> typed, @Nullable LibraryItem item) {
        return new ModelAndView("ressources/fiche")
                .addObject("ressource", item)
                .addObject("saisie", typed.toSingleValueMap())
                .addObject("choisis", typed)
                .addObject("genres", Choice.of(texts, "ressource.genre.", ResourceKind.values()))
                .addObject("licences", Choice.of(texts, "ressource.licence.", Licence.values()))
                .addObject("niveaux", levels())
                .addObject("accompagnements", Choice.of(texts, "accompagnement.", SupportKind.values()))
                .addObject("cotes", Choice.of(texts, "ressource.cote.", ResourceSide.values()));
    }

    private List<Choice> levels() {
        return Vocabulary.codes("niveau").stream()
                .map(code -> new Choice(code, Texts.capital(texts.of("niveau." + code))))
                .toList();
    }

    private static MultiValueMap<String, String> typed(LibraryItem item) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Described is = item.is();
        fields.add("code", item.code());
        fields.add("titre", is.title());
        fields.add("genre", is.kind().name());
        fields.add("adresse", is.address());
        fields.add("source", is.source());
        fields.add("licence", is.licence().name());
        Optional.ofNullable(is.minutes()).ifPresent(minutes -> fields.add("minutes", minutes.toString()));
        fields.addAll("niveaux", is.levels());
        fields.addAll("accompagnements", is.supports().stream().map(Code::name).toList());
        fields.addAll("cotes", is.sides().stream().map(Code::name).toList());
        Optional.ofNullable(is.airing()).ifPresent(airing -> {
            fields.add("jour", airing.on().toString());
            fields.add("debut", airing.from().toString());
            fields.add("fin", airing.until().toString());
        });
        return fields;
    }

    private static Draft draft(MultiValueMap<String, String> typed) {
        return new Draft(
                one(typed, "code"),
                one(typed, "titre"),
                one(typed, "genre"),
                one(typed, "adresse"),
                one(typed, "source"),
                one(typed, "licence"),
                one(typed, "minutes"),
                typed.getOrDefault("niveaux", List.of()),
                typed.getOrDefault("accompagnements", List.of()),
                typed.getOrDefault("cotes", List.of()),
                one(typed, "jour"),
                one(typed, "debut"),
                one(typed, "fin"));
    }

    private static String one(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "");
    }
}
