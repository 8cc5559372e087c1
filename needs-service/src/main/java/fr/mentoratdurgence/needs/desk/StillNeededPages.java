package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Mentors are still needed: said by the contact, by the link of a letter, or told to the team by telephone. */
@Controller
class StillNeededPages {
    private final NeedActs acts;

    StillNeededPages(NeedActs acts) {
        this.acts = acts;
    }

    @PostMapping("/besoins/{need}/toujours")
    ModelAndView said(Person person, @PathVariable String need, CommandContext context) {
        NeedView _ = acts.stillNeeded(acts.find(need, person), person, context);
        return FormAct.done(new JustDone("toujours", need), null, "/besoins/" + need);
    }

    @PostMapping("/api/needs/v1/needs/{need}/still-needed")
    @ResponseBody
    NeedView told(Person person, @PathVariable String need, CommandContext context) {
        return acts.stillNeeded(acts.find(need, person), person, context);
    }
}
