package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.HeldRow;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Mentors to whom nothing is proposed until a coordinator decides. */
@Controller
@RequestMapping("/appariement/retenus")
class HeldPages {
    private final Desk desk;
    private final Wording wording;
    private final Texts texts;

    HeldPages(Desk desk, Wording wording, Texts texts) {
        this.desk = desk;
        this.wording = wording;
        this.texts = texts;
    }

    /** An interrupted pair that holds a mentor back. */
    record Hold(HeldRow row, String since) {}

    /** A mentor with all pairs that hold him or her back. */
    record HeldCard(String mentor, List<Hold> holds) {}

    @GetMapping
    String all(@RequestParam(defaultValue = "") String fait, Person person, Model model) {
        model.addAttribute("done", fait.equals("levee"));
        return page(person, model);
    }

    @PostMapping("/{mentor}/levee")
    Object release(
            @PathVariable String mentor,
            @RequestParam(required = false) @Nullable String reason,
            Person person,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        try {
            desk.release(mentor, Wording.code(ReleaseReason.class, reason), person, context);
            return SeeOther.at("/appariement/retenus?fait=levee");
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "violations",
                    texts.of(invalid).stream()
                            .map(fault -> new Texts.Fault(field(mentor), fault.message()))
                            .toList());
            return page(person, model);
        }
    }

    private String page(Person person, Model model) {
        List<HeldRow> rows = desk.held(person);
        Stream<String> mentors = rows.stream().map(HeldRow::mentor).distinct();
        model.addAttribute(
                "held",
                mentors.map(mentor -> new HeldCard(
                                mentor,
                                rows.stream()
                                        .filter(row -> row.mentor().equals(mentor))
                                        .map(row -> new Hold(row, wording.moment(row.heldAt())))
                                        .toList()))
                        .toList());
        model.addAttribute("releaseReasons", wording.options("retenus.motif", ReleaseReason.values()));
        return "appariement/retenus";
    }

    /** Each mentor has a form of the same kind on the page. */
    private static String field(String mentor) {
        return "reason-" + mentor;
    }
}
