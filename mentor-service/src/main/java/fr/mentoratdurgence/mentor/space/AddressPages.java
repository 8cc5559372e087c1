package fr.mentoratdurgence.mentor.space;

import fr.mentoratdurgence.mentor.onboarding.MentorCommand.ConfirmEmail;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the link of the first letter leads: the address works. */
@Controller
@RequestMapping("/mentors/adresse")
class AddressPages {
    private final Commands commands;
    private final OperationDay day;

    AddressPages(Commands commands, OperationDay day) {
        this.commands = commands;
        this.day = day;
    }

    @PostMapping("/confirmation")
    ModelAndView confirm(Person person, CommandContext context) {
        String mentor = Objects.requireNonNull(person.link(), "only a link leads here");
        String _ = commands.send(new ConfirmEmail(mentor, day.today()), context);
        return SeeOther.at("/mentors/adresse/confirmee");
    }

    @GetMapping("/confirmee")
    String confirmed() {
        return "mentors/adresse-confirmee";
    }
}
