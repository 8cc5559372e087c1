package fr.mentoratdurgence.followup.notes;

import fr.mentoratdurgence.followup.staff.StaffNames;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The notes of the team about one pair, need or mentor, and one more. */
@Controller
@RequestMapping(NotePages.PAGE)
class NotePages {
    static final String PAGE = "/suivi/notes/{subject}";

    private final NoteActs acts;
    private final StaffNames names;
    private final Texts texts;
    private final FormAct forms;

    NotePages(NoteActs acts, StaffNames names, Texts texts, FormAct forms) {
        this.acts = acts;
        this.names = names;
        this.texts = texts;
        this.forms = forms;
    }

    /** A note with the name of who wrote it. */
    record Line(Note note, String who) {}

    @GetMapping
    ModelAndView page(Person person, @PathVariable String subject) {
        return page(person, subject, Map.of());
    }

    @PostMapping
    ModelAndView write(Person person, @PathVariable String subject, @RequestParam Map<String, String> typed) {
        return answer(person, subject, typed, new JustDone("note", subject), wrong -> {
            LocalDate remindOn = wrong.day("rappel", typed.get("rappel"));
            acts.write(person, subject, typed.getOrDefault("texte", ""), remindOn, wrong);
        });
    }

    @PostMapping("/{note}/fait")
    ModelAndView settle(
            Person person,
            @PathVariable String subject,
            @PathVariable String note,
            @RequestParam Map<String, String> typed) {
        return answer(
                person, subject, typed, new JustDone("rappel", note), _ -> acts.settle(person, subject, note, null));
    }

    @PostMapping("/{note}/report")
    ModelAndView putOff(
            Person person,
            @PathVariable String subject,
            @PathVariable String note,
            @RequestParam Map<String, String> typed) {
        return answer(person, subject, typed, new JustDone("rappel-plus-tard", note), wrong -> {
            LocalDate until = wrong.day("jusquau", typed.get("jusquau"));
            acts.putOff(person, subject, note, until, wrong, null);
        });
    }

    @PostMapping("/{note}/annulation")
    ModelAndView undo(
            Person person,
            @PathVariable String subject,
            @PathVariable String note,
            @RequestParam Map<String, String> typed) {
        return answer(
                person,
                subject,
                typed,
                new JustDone("rappel-rendu", note),
                _ -> acts.undo(person, subject, note, null));
    }

    @PostMapping("/{note}/effacement")
    ModelAndView erase(
            Person person,
            @PathVariable String subject,
            @PathVariable String note,
            @RequestParam Map<String, String> typed) {
        return answer(person, subject, typed, new JustDone("effacee", subject), _ -> acts.erase(person, subject, note));
    }

    private ModelAndView answer(
            Person person, String subject, Map<String, String> typed, JustDone done, Consumer<Violations> deed) {
        return forms.answer(
                () -> {
                    deed.accept(new Violations());
                    return FormAct.done(done, typed.get("retour"), "/suivi/notes/" + subject);
                },
                () -> page(person, subject, typed));
    }

    private ModelAndView page(Person person, String subject, Map<String, String> typed) {
        List<Line> lines = acts.of(person, subject).stream()
                .map(note ->
                        new Line(note, names.name(note.author()).orElseGet(() -> texts.of("suivi.personne.inconnue"))))
                .toList();
        return new ModelAndView("suivi/notes")
                .addObject("sujet", acts.about(person, subject))
                .addObject("notes", lines)
                .addObject("saisie", typed)
                .addObject("longueur", NoteActs.LONGEST_TEXT)
                .addObject("jours", NoteActs.KEPT_DAYS);
    }
}
