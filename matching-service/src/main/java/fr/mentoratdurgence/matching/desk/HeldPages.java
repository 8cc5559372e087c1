package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.HeldRow;
import fr.mentoratdurgence.matching.proposing.LoadEvent.BanReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Mentors to whom nothing is proposed until a coordinator decides. */
@Controller
@RequestMapping("/appariement/retenus")
class HeldPages {
    private final OversightActs acts;
    private final Wording wording;
    private final FormAct forms;

    HeldPages(OversightActs acts, Wording wording, FormAct forms) {
        this.acts = acts;
        this.wording = wording;
        this.forms = forms;
    }

    /** An interrupted pair that holds a mentor back. */
    record Hold(HeldRow row, String since) {}

    /** A mentor with all pairs that hold him or her back. */
    record HeldCard(String mentor, List<Hold> holds) {}

    @GetMapping
    ModelAndView all(Person person) {
        return page(person);
    }

    @PostMapping("/{mentor}/levee")
    ModelAndView release(
            @PathVariable String mentor,
            @RequestParam(required = false) @Nullable String reason,
            Person person,
            CommandContext context) {
        // each mentor has a form of the same kind on the page
        return forms.answer(
                Fields.NONE.named("reason", "reason-" + mentor),
                () -> {
                    acts.release(mentor, Wording.code(ReleaseReason.class, reason), person, context);
                    return FormAct.done(new JustDone("levee", mentor), null, "/appariement/retenus");
                },
                () -> page(person));
    }

    @PostMapping("/{mentor}/exclusion")
    ModelAndView exclude(
            @PathVariable String mentor,
            @RequestParam Map<String, String> typed,
            Person person,
            CommandContext context) {
        String field = "exclusion-" + mentor;
        return forms.answer(
                Fields.NONE.named("exclusion", field),
                () -> {
                    acts.exclude(mentor, Wording.code(BanReason.class, typed.get(field)), person, context);
                    return FormAct.done(new JustDone("exclu", mentor), null, "/appariement/retenus");
                },
                () -> page(person));
    }

    private ModelAndView page(Person person) {
        List<HeldRow> rows = acts.held(person);
        Stream<String> mentors = rows.stream().map(HeldRow::mentor).distinct();
        return new ModelAndView("appariement/retenus")
                .addObject(
                        "held",
                        mentors.map(mentor -> new HeldCard(
                                        mentor,
                                        rows.stream()
                                                .filter(row -> row.mentor().equals(mentor))
                                                .map(row -> new Hold(row, wording.moment(row.heldAt())))
                                                .toList()))
                                .toList())
                .addObject("exclusionReasons", wording.options("retenus.exclusion", BanReason.values()))
                .addObject("releaseReasons", wording.options("retenus.motif", ReleaseReason.values()));
    }
}
