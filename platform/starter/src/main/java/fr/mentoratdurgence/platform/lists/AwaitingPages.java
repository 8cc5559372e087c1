package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.Person;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits for the team here: a page of its own, and a part of the list of work. */
@Controller
class AwaitingPages {
    private final List<Awaiting> awaited;

    AwaitingPages(List<Awaiting> awaited) {
        this.awaited = awaited;
    }

    @GetMapping("${mentorat.lists.path}/attente")
    ModelAndView waiting(Person person, @RequestParam(defaultValue = "") String dpt) {
        Person there = person.in(dpt);
        return new ModelAndView("lists/awaiting")
                .addObject(
                        "rangees",
                        awaited.stream()
                                .flatMap(one -> one.rows(there).stream())
                                .sorted(Comparator.comparingInt(AwaitingRow::days)
                                        .reversed())
                                .toList());
    }
}
