package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.Reach.Absence;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import fr.mentoratdurgence.typed.Telephone;
import fr.mentoratdurgence.typed.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the team's people read of themselves, and set themselves: line, hours, an absence and who stands in. */
@Controller
class OwnDataPages {
    private static final String PAGE = "/suivi/mes-donnees";
    private static final List<DayOfWeek> DAYS =
            Stream.of(DayOfWeek.values()).filter(day -> day != DayOfWeek.SUNDAY).toList();

    private final OwnData own;
    private final StaffNames names;
    private final ReachBook reaches;
    private final OperationDay day;
    private final FormAct forms;
    private final Texts texts;

    OwnDataPages(OwnData own, StaffNames names, ReachBook reaches, OperationDay day, FormAct forms, Texts texts) {
        this.own = own;
        this.names = names;
        this.reaches = reaches;
        this.day = day;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping(PAGE)
    ModelAndView data(Person person, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        Reach reach = reaches.of(person.account());
        return page(person, typed(reach), reach.days().stream().map(Enum::name).toList());
    }

    @PostMapping(PAGE)
    ModelAndView reach(
            Person person,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> jours) {
        return forms.answer(
                () -> {
                    Violations wrong = new Violations();
                    Reach reach = read(person, typed, jours, wrong);
                    wrong.throwIfAny();
                    reaches.keep(person.account(), reach);
                    return FormAct.done(new JustDone("ligne", person.account()), null, PAGE);
                },
                () -> page(person, typed, jours));
    }

    @PostMapping(PAGE + "/effacement")
    ModelAndView forget(Person person) {
        own.forget(person);
        return FormAct.done(new JustDone("oubli", person.account()), null, PAGE);
    }

    private ModelAndView page(Person person, Map<String, String> typed, List<String> days) {
        return new ModelAndView("suivi/mes-donnees")
                .addObject("donnees", own.of(person))
                .addObject("saisie", new HashMap<>(typed))
                .addObject("joursChoisis", days)
                .addObject("jours", Choice.of(texts, "referent.jour.", DAYS.toArray(DayOfWeek[]::new)))
                .addObject(
                        "collegues",
                        names.colleagues(person.account()).entrySet().stream()
                                .map(one -> new Choice(one.getKey(), one.getValue()))
                                .toList());
    }

    private static Map<String, String> typed(Reach reach) {
        Map<String, String> fields = new HashMap<>();
        fields.put("telephone", Telephone.shown(reach.line()));
        if (!reach.days().isEmpty()) {
            fields.put("de", LocalTime.ofSecondOfDay(reach.fromMinute() * 60L).toString());
            fields.put(
                    "jusque", LocalTime.ofSecondOfDay(reach.untilMinute() * 60L).toString());
        }
        Absence absence = reach.absence();
        if (absence != null) {
            fields.put("absentDu", absence.from().toString());
            fields.put("absentAu", absence.until().toString());
            fields.put("remplacant", absence.standIn());
        }
        return fields;
    }

    private Reach read(Person person, Map<String, String> typed, List<String> jours, Violations wrong) {
        String written = word(typed, "telephone");
        String line = Telephone.read(written).map(Telephone::e164).orElse("");
        if (line.isEmpty() && !written.isEmpty()) {
            wrong.add("telephone", "equipe.erreur.telephone");
        }
        List<DayOfWeek> days =
                DAYS.stream().filter(known -> jours.contains(known.name())).toList();
        int from = minute(word(typed, "de"));
        int until = minute(word(typed, "jusque"));
        if (!days.isEmpty() && (from < 0 || until <= from)) {
            wrong.add("de", "mes-donnees.erreur.heures");
        }
        return new Reach(
                line, days, days.isEmpty() ? 0 : from, days.isEmpty() ? 0 : until, absence(person, typed, wrong));
    }

    private @Nullable Absence absence(Person person, Map<String, String> typed, Violations wrong) {
        String from = word(typed, "absentDu");
        String until = word(typed, "absentAu");
        if (from.isEmpty() && until.isEmpty()) {
            return null;
        }
        LocalDate first = wrong.day("absentDu", from);
        LocalDate last = wrong.day("absentAu", until);
        if (first == null || last == null || last.isBefore(first)) {
            wrong.add("absentDu", "mes-donnees.erreur.absence");
            return null;
        }
        if (last.isBefore(day.today())) {
            return null; // it is over: nothing is left to be said
        }
        String standIn = word(typed, "remplacant");
        if (!standIn.isEmpty() && !names.colleagues(person.account()).containsKey(standIn)) {
            wrong.add("remplacant", "mes-donnees.erreur.remplacant");
        }
        return new Absence(first, last, standIn);
    }

    private static String word(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** From midnight; negative where it is no time. */
    private static int minute(String typed) {
        return Typed.time(typed).map(time -> time.toSecondOfDay() / 60).orElse(-1);
    }
}
