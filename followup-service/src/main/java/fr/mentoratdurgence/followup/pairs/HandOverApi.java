package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hand-overs over HTTP. */
@RestController
@RequestMapping("/api/followup/v1/hand-overs")
class HandOverApi {
    private static final String MISSING = "suivi.erreur.manque";

    private final DeskActs acts;

    HandOverApi(DeskActs acts) {
        this.acts = acts;
    }

    /**
     * What goes to whom.
     *
     * @param from  whose desk, for a coordinator; nothing = one's own
     * @param until last day; nothing = for good
     */
    record Asked(
            @Nullable String from,
            @Nullable List<String> pairs,
            @Nullable String to,
            @Nullable LocalDate until) {}

    record Desk(@Nullable String from) {}

    /** How many pairs went. */
    record Done(int pairs) {}

    @PostMapping
    Done handOver(Person person, CommandContext context, @RequestBody Asked body, Violations wrong) {
        List<String> pairs = wrong.need("pairs", body.pairs(), MISSING);
        String to = wrong.need("to", body.to(), MISSING);
        wrong.throwIfAny();
        String from = DeskActs.desk(person, body.from());
        return new Done(acts.handOver(person, from, pairs, to, body.until(), context));
    }

    /** What went from this desk in the last ten minutes comes back. */
    @PostMapping("/undoing")
    Done undo(Person person, CommandContext context, @RequestBody Desk body) {
        return new Done(acts.undo(person, DeskActs.desk(person, body.from()), context));
    }
}
