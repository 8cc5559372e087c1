package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedStatus;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.intake.NeedEvent.CallAmendment;
import fr.mentoratdurgence.needs.pages.Choices;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The last call of a need is mended, with a reason: the button says how it went, the reason is chosen. */
@Controller
class MendedCallPages {
    private final NeedPages pages;
    private final NeedActs acts;
    private final FormAct forms;

    MendedCallPages(NeedPages pages, NeedActs acts, FormAct forms) {
        this.pages = pages;
        this.acts = acts;
        this.forms = forms;
    }

    /** Reasons to choose from, for who may mend a call of this need; what is undone at once is not chosen. */
    static List<Choice> reasons(Choices choices, NeedView need, Person person) {
        return person.inTeam() && !need.status().is(NeedStatus.WITHDRAWN)
                ? choices.of("besoin.appel.raison", CallAmendment.class).stream()
                        .filter(choice -> !choice.value().equals(CallAmendment.TAKEN_BACK.name()))
                        .toList()
                : List.of();
    }

    @PostMapping("/besoins/{need}/contacts/correction")
    ModelAndView correct(
            @PathVariable String need,
            @RequestParam(defaultValue = "") String joint,
            @RequestParam(defaultValue = "") String raison,
            Person person,
            CommandContext context) {
        NeedView row = acts.find(need, person);
        return forms.answer(
                () -> {
                    Violations wrong = new Violations();
                    CallAmendment reason = wrong.need(
                            "raison",
                            Code.known(CallAmendment.class, raison).orElse(null),
                            "besoin.appel.corriger.manque");
                    wrong.throwIfAny();
                    NeedView _ = acts.correctCall(row, joint.equals("oui"), reason, person, context);
                    return FormAct.done(new JustDone("appel-corrige", need), null, "/besoins/" + need);
                },
                () -> pages.detailPage(acts.find(need, person), person));
    }
}
