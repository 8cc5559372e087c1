package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.followup.resources.PackBoard.LineRow;
import fr.mentoratdurgence.followup.resources.PackBoard.NeedRow;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Sheets for paper: what a family has to know, and the structure's own list of who sits where. No name is ever typed:
 * it is written there by hand, and stays there.
 */
@Controller
class SheetPages {
    private final PackActs packs;
    private final PackBoard board;
    private final OperationDay day;

    SheetPages(PackActs packs, PackBoard board, OperationDay day) {
        this.packs = packs;
        this.board = board;
        this.day = day;
    }

    @GetMapping("/suivi/besoins/{need}/lignes/{line}/famille")
    ModelAndView family(Person person, @PathVariable String need, @PathVariable int line) {
        NeedRow row = packs.need(person, need);
        LineRow of = packs.line(row, line);
        List<LibraryItem> items = packs.shared(need, line, List.of(ResourceSide.FAMILY)).stream()
                .map(PackActs.Shared::item)
                .filter(item -> item.isOffered(day.today()))
                .toList();
        return new ModelAndView("ressources/famille")
                .addObject("besoin", row)
                .addObject("ligne", of)
                .addObject("ressources", items);
    }

    @GetMapping("/suivi/besoins/{need}/places")
    ModelAndView seats(Person person, @PathVariable String need) {
        NeedRow row = packs.need(person, need);
        return new ModelAndView("ressources/places")
                .addObject("besoin", row)
                .addObject("lignes", board.lines(need))
                .addObject("aujourdhui", day.today());
    }
}
