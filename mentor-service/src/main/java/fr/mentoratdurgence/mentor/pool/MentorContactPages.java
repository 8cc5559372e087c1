package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.AccessLog;
import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.intake.ContactDraft;
import fr.mentoratdurgence.mentor.onboarding.MentorRejection;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** How a mentor is reached: the contact card, and what is corrected on it. */
@Controller
@RequestMapping("/mentors")
class MentorContactPages {
    private final MentorActs acts;
    private final IdentityBook identities;
    private final AccessLog accesses;
    private final FormAct forms;

    MentorContactPages(MentorActs acts, IdentityBook identities, AccessLog accesses, FormAct forms) {
        this.acts = acts;
        this.identities = identities;
        this.accesses = accesses;
        this.forms = forms;
    }

    /** The card; shown inside another page where htmx asks, as a page otherwise. */
    @GetMapping("/{mentor}/contact")
    String contact(
            Person person,
            @PathVariable String mentor,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String inside,
            Model model,
            HttpServletResponse response) {
        MentorRow row = acts.reachable(person, mentor);
        Identity identity = shown(mentor, person, response);
        model.addAttribute("mentor", row);
        model.addAttribute("identite", identity);
        model.addAttribute("equipe", person.inTeam());
        model.addAttribute("retour", back(person, mentor));
        return inside == null ? "mentors/contact" : "mentors/contact :: carte";
    }

    /** Each look is recorded, and kept by no browser. */
    private @Nullable Identity shown(String mentor, Person person, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        Optional<Identity> identity = identities.find(mentor);
        identity.ifPresent(_ -> accesses.shown(mentor, person.actor()));
        return identity.orElse(null);
    }

    /** Where the card was asked for; what the link of a letter speaks of says it by its first word. */
    private static String back(Person person, String mentor) {
        String link = person.link();
        if (link == null) {
            return person.inTeam() ? "/mentors/" + mentor : "/suivi/mes-binomes";
        }
        String page = link.startsWith("need-")
                ? "/besoins/"
                : link.startsWith("pair-") ? "/suivi/binomes/" : "/appariement/propositions/";
        return page + link;
    }

    @GetMapping("/{mentor}/coordonnees")
    ModelAndView correcting(Person person, @PathVariable String mentor, HttpServletResponse response) {
        MentorRow row = acts.correctable(person, mentor);
        Identity identity = shown(mentor, person, response);
        return correcting(row, identity == null ? null : ContactDraft.of(identity));
    }

    private static ModelAndView correcting(MentorRow row, @Nullable ContactDraft typed) {
        return new ModelAndView("mentors/coordonnees")
                .addObject("mentor", row)
                .addObject("saisie", typed)
                .addObject("action", "/mentors/" + row.mentor() + "/coordonnees")
                .addObject("retour", "/mentors/" + row.mentor());
    }

    @PostMapping("/{mentor}/coordonnees")
    ModelAndView correct(
            Person person,
            @PathVariable String mentor,
            @ModelAttribute("typed") ContactDraft typed,
            CommandContext context) {
        return forms.answer(
                Fields.NONE.at(MentorRejection.TWICE_THE_SAME_PERSON, "email"),
                () -> {
                    acts.correct(acts.on(person, mentor, context), typed);
                    return FormAct.done(new JustDone("coordonnees", mentor), null, "/mentors/" + mentor);
                },
                () -> correcting(acts.correctable(person, mentor), typed));
    }
}
