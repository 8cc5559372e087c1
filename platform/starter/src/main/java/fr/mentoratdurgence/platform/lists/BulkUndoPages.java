package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.lists.BulkRows.Outcome;
import fr.mentoratdurgence.platform.lists.BulkRows.Sent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Takes all rows of one sending back, with one press; answers row by row. */
@Controller
class BulkUndoPages {
    /** Says which sending is meant. */
    static final String SENDING = "lot";

    private final Map<String, BulkUndo> undos;
    private final Map<String, BulkAct> acts;
    private final BulkRows rows;
    private final ListsSettings settings;

    BulkUndoPages(List<BulkUndo> undos, List<BulkAct> acts, BulkRows rows, ListsSettings settings) {
        this.undos = undos.stream().collect(Collectors.toMap(BulkUndo::code, Function.identity()));
        this.acts = acts.stream().collect(Collectors.toMap(BulkAct::code, Function.identity()));
        this.rows = rows;
        this.settings = settings;
    }

    @PostMapping("${mentorat.lists.path}/lot/{code}/annulation")
    ModelAndView undo(
            Person person,
            CommandContext context,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = SENDING, defaultValue = "") String sending,
            @RequestParam(defaultValue = "") String retour) {
        BulkUndo undo = undos.get(code);
        if (undo == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Sent asked = Sent.of(sent);
        List<BulkRow> known = undo.look(person, asked.chosen(), asked.typed());
        List<Outcome> outcomes = known.stream()
                .map(row -> one(person, undo, row, asked, sending, context))
                .toList();
        return new ModelAndView("lists/bulk-undone")
                .addObject("acte", code)
                .addObject("retour", SeeOther.local(retour, settings.path()))
                .addObject("issues", outcomes)
                .addObject("faits", outcomes.stream().filter(Outcome::done).count())
                .addObject("ailleurs", asked.chosen().size() - known.size());
    }

    private Outcome one(Person person, BulkUndo undo, BulkRow row, Sent asked, String sending, CommandContext context) {
        String key = asked.key(sending, undo.code(), row.id());
        CommandContext one = new CommandContext(
                asked.key(context.commandId(), "undo:" + undo.code(), row.id()),
                context.actor(),
                context.correlationId(),
                context.causationId());
        // how it looks by now is no matter: its own rules say whether it can be taken back
        BulkRow taken = BulkRow.can(row.id(), row.title(), row.href(), row.says());
        return rows.once(taken, one, _ -> false, command -> {
            BulkAct ours = acts.get(undo.code());
            if (ours != null && !rows.isDone(key) && !ours.isDone(key)) {
                throw new Rejection(BulkRejection.NOT_OF_THIS_SENDING);
            }
            undo.undo(person, row.id(), asked.typed(), key, command);
        });
    }
}
