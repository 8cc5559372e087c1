package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.lists.BulkLook;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All pairs of a mentor who leaves on one page: whom to call, and what becomes of each place. */
@Controller
class DeparturePages {
    private final DepartureActs acts;
    private final BulkLook looks;

    DeparturePages(DepartureActs acts, BulkLook looks) {
        this.acts = acts;
        this.looks = looks;
    }

    @GetMapping("/suivi/mentors/{mentor}/depart")
    ModelAndView departure(Person person, @PathVariable String mentor, @RequestParam(defaultValue = "") String retour) {
        List<String> pairs =
                acts.open(person, mentor).stream().map(PairRow::pair).toList();
        return looks.page(
                person, DepartureMany.CODE, pairs, Map.of(), SeeOther.local(retour, "/suivi/mentors/" + mentor));
    }
}
