package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.DepartureActs.Leaving;
import fr.mentoratdurgence.followup.pairs.InterruptionReason;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.SeatAfterwards;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pairs of a mentor who leaves, over HTTP: those to decide, and the decision, answered pair by pair. */
@RestController
@RequestMapping("/api/followup/v1/mentors/{mentor}/departure")
class DepartureApi {
    private static final String MISSING = "suivi.erreur.manque";

    private final DepartureActs acts;
    private final Texts texts;

    DepartureApi(DepartureActs acts, Texts texts) {
        this.acts = acts;
        this.texts = texts;
    }

    /**
     * What becomes of one pair.
     *
     * @param afterwards of its place; nothing = what follows from the reason
     * @param reached    whether the structure answered the call; nothing = nobody has called
     */
    record Leave(
            @Nullable String pair,
            @Nullable SeatAfterwards afterwards,
            @Nullable LocalDate heldUntil,
            @Nullable Boolean reached) {}

    /** Why, since when (nothing = today), and each pair. */
    record Departure(
            @Nullable InterruptionReason reason,
            @Nullable LocalDate endedOn,
            @Nullable List<Leave> pairs) {}

    /**
     * What became of a pair.
     *
     * @param why it was not done, in a French sentence; null where it was
     */
    record Outcome(String pair, boolean done, @Nullable String why) {}

    @GetMapping
    List<PairRow> open(Person person, @PathVariable String mentor) {
        return acts.open(person, mentor);
    }

    /** Each pair is an act of its own: where one is refused, the others stand. */
    @PostMapping
    List<Outcome> leave(
            Person person,
            CommandContext context,
            @PathVariable String mentor,
            @RequestBody Departure body,
            Violations wrong) {
        InterruptionReason reason = wrong.need("reason", body.reason(), MISSING);
        List<Leave> leaves = wrong.need("pairs", body.pairs(), MISSING);
        wrong.throwIfAny();
        List<Outcome> outcomes = new ArrayList<>();
        for (Leave leave : leaves) {
            String pair = leave.pair() == null ? "" : leave.pair();
            outcomes.add(one(
                    person,
                    mentor,
                    pair,
                    new Leaving(reason, leave.afterwards(), leave.heldUntil(), body.endedOn(), leave.reached()),
                    context));
        }
        return outcomes;
    }

    private Outcome one(Person person, String mentor, String pair, Leaving leaving, CommandContext context) {
        try {
            acts.leave(person, mentor, pair, leaving, context.child(pair));
            return new Outcome(pair, true, null);
        } catch (Rejection refused) {
            return new Outcome(pair, false, texts.of(refused));
        }
    }
}
