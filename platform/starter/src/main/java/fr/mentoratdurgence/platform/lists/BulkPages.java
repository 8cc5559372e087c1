package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.lists.BulkRows.Outcome;
import fr.mentoratdurgence.platform.lists.BulkRows.Sent;
import fr.mentoratdurgence.platform.web.FormAct;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * An act on many rows: first a look at what will happen to each and what will not, and why ({@link BulkLook}); then the act,
 * which answers row by row ({@link BulkRows}): where one is refused or the sending breaks off, the others stand.
 */
@Controller
class BulkPages {
    private final BulkLook looks;
    private final BulkRows rows;
    private final ListsSettings settings;
    private final FormAct forms;

    BulkPages(BulkLook looks, BulkRows rows, ListsSettings settings, FormAct forms) {
        this.looks = looks;
        this.rows = rows;
        this.settings = settings;
        this.forms = forms;
    }

    @PostMapping("${mentorat.lists.path}/lot/{code}")
    ModelAndView look(
            Person person,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String retour) {
        Sent asked = Sent.of(sent);
        return looks.page(person, code, asked.chosen(), asked.typed(), back(retour));
    }

    @PostMapping("${mentorat.lists.path}/lot/{code}/fait")
    ModelAndView act(
            Person person,
            CommandContext context,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String retour) {
        BulkAct act = looks.act(code);
        Sent asked = Sent.of(sent);
        return forms.answer(
                () -> {
                    act.check(asked.typed());
                    return outcome(person, act, asked, back(retour), context);
                },
                () -> looks.page(person, code, asked.chosen(), asked.typed(), back(retour)));
    }

    private ModelAndView outcome(Person person, BulkAct act, Sent sent, String back, CommandContext context) {
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> looked = new HashSet<>();
        for (BulkRow row : act.look(person, sent.chosen(), sent.typed())) {
            looked.add(row.id());
            outcomes.add(one(person, act, row, sent, context));
        }
        return looks.bare("lists/bulk-done", act, back)
                .addObject("issues", outcomes)
                .addObject("envoi", context.commandId())
                .addObject("saisie", sent.typed())
                .addObject("annulation", act.undoneAt(settings.path()))
                .addObject("faits", outcomes.stream().filter(Outcome::done).count())
                .addObject("ailleurs", sent.chosen().size() - looked.size());
    }

    private Outcome one(Person person, BulkAct act, BulkRow row, Sent sent, CommandContext context) {
        CommandContext one = new CommandContext(
                sent.key(context.commandId(), act.code(), row.id()),
                context.actor(),
                context.correlationId(),
                context.causationId());
        return rows.once(row, one, act::isDone, command -> act.act(person, row.id(), sent.typed(), command));
    }

    private String back(String typed) {
        return SeeOther.local(typed, settings.path());
    }
}
