package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.sealing.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * An act on many rows: first a look at what will happen to each and what will not, and why; then the act, which answers row
 * by row. Each row is an act of its own, by an id made of this sending, the row and what was typed: sent again, it gives the
 * same answers and does nothing twice; where one is refused or the sending breaks off, the others stand.
 */
@Controller
class BulkPages {
    /** More are not chosen at once. */
    static final int MOST = 200;

    private static final String CHOSEN = "choix";
    private static final Set<String> ABOUT_THE_SENDING = Set.of(CHOSEN, "commande", "retour");

    private final BulkLook looks;
    private final ListsSettings settings;
    private final FormAct forms;
    private final Texts texts;
    private final JdbcClient db;

    BulkPages(BulkLook looks, ListsSettings settings, FormAct forms, Texts texts, JdbcClient db) {
        this.looks = looks;
        this.settings = settings;
        this.forms = forms;
        this.texts = texts;
        this.db = db;
    }

    /**
     * What became of a row.
     *
     * @param why it was not done; empty where it was
     */
    record Outcome(BulkRow row, boolean done, String why) {}

    /** What was sent: the rows, and what stands in the fields. */
    private record Sent(List<String> chosen, Map<String, String> typed) {
        static Sent of(MultiValueMap<String, String> sent) {
            Map<String, String> typed = new HashMap<>(sent.toSingleValueMap());
            typed.keySet().removeAll(ABOUT_THE_SENDING);
            return new Sent(
                    sent.getOrDefault(CHOSEN, List.of()).stream()
                            .distinct()
                            .limit(MOST)
                            .toList(),
                    Map.copyOf(typed));
        }
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
            outcomes.add(one(person, act, row, sent.typed(), context));
        }
        return looks.bare("lists/bulk-done", act, back)
                .addObject("issues", outcomes)
                .addObject("faits", outcomes.stream().filter(Outcome::done).count())
                .addObject("ailleurs", sent.chosen().size() - looked.size());
    }

    private Outcome one(Person person, BulkAct act, BulkRow row, Map<String, String> typed, CommandContext context) {
        String key = context.commandId() + ":" + Sha256.id(act.code() + row.id() + new TreeMap<>(typed));
        if (isDone(key) || act.isDone(key)) {
            return new Outcome(row, true, "");
        }
        if (!row.possible()) {
            return new Outcome(row, false, row.says());
        }
        try {
            act.act(
                    person,
                    row.id(),
                    typed,
                    new CommandContext(key, context.actor(), context.correlationId(), context.causationId()));
            return new Outcome(row, true, "");
        } catch (Rejection refused) {
            return new Outcome(row, false, texts.of(refused));
        } catch (InvalidInput invalid) {
            return new Outcome(
                    row,
                    false,
                    texts.of(invalid).stream().map(Texts.Fault::message).collect(Collectors.joining(" ")));
        }
    }

    /** Whether this very sending has done it already: then it may well look impossible by now. */
    private boolean isDone(String key) {
        return db.sql("""
                select exists (select 1 from processed_command where command_id = ? and outcome ->> 'answer' is not null)""").param(key).query(Boolean.class).single();
    }

    private String back(String typed) {
        return SeeOther.local(typed, settings.path());
    }
}
