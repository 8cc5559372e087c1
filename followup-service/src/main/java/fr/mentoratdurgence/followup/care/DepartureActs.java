package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.DepartureCommand.LeavePair;
import fr.mentoratdurgence.followup.pairs.EndingUseCases.Stop;
import fr.mentoratdurgence.followup.pairs.InterruptionReason;
import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.SeatAfterwards;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the team does with the pairs of a mentor who leaves, from the API and the page alike. */
@Component
class DepartureActs {
    private static final int MOST = 100;

    private final PairBoard pairs;
    private final Commands commands;
    private final OperationDay day;

    DepartureActs(PairBoard pairs, Commands commands, OperationDay day) {
        this.pairs = pairs;
        this.commands = commands;
        this.day = day;
    }

    /**
     * What becomes of one pair.
     *
     * @param afterwards of its place; null = what follows from the reason
     * @param endedOn    null = today
     * @param reached    whether the structure answered the call; null = nobody has called
     */
    record Leaving(
            InterruptionReason reason,
            @Nullable SeatAfterwards afterwards,
            @Nullable LocalDate heldUntil,
            @Nullable LocalDate endedOn,
            @Nullable Boolean reached) {
        SeatAfterwards seat() {
            return afterwards == null ? SeatAfterwards.of(reason) : afterwards;
        }
    }

    /** The pairs of this mentor for which something is to be decided: those that run, and places that are kept. */
    List<PairRow> open(Person person, String mentor) {
        return pairs.of(person, mentor, "", MOST).stream()
                .filter(row -> PairBoard.manages(person, row))
                .filter(PairRow::open)
                .toList();
    }

    /** Those of these that this person watches over. */
    List<PairRow> among(Person person, List<String> chosen) {
        return pairs.among(person, chosen).stream()
                .filter(row -> PairBoard.manages(person, row))
                .toList();
    }

    /** Why the mentor leaves, as far as that is known. */
    static Optional<InterruptionReason> reason(List<PairRow> rows) {
        if (rows.stream().anyMatch(row -> row.mentorWithdrewOn() != null)) {
            return Optional.of(InterruptionReason.MENTOR_NO_TIME);
        }
        return rows.stream().anyMatch(row -> row.proofExpiredOn() != null)
                ? Optional.of(InterruptionReason.PROOF_EXPIRED)
                : Optional.empty();
    }

    /** The same of a pair that has to be this mentor's. */
    void leave(Person person, String mentor, String pair, Leaving leaving, CommandContext context) {
        if (pairs.find(person, pair)
                .filter(row -> row.terms().mentor().equals(mentor))
                .isEmpty()) {
            throw new Rejection(CareRejection.PAIR_NOT_KNOWN);
        }
        leave(person, pair, leaving, context);
    }

    void leave(Person person, String pair, Leaving leaving, CommandContext context) {
        PairRow row = pairs.find(person, pair)
                .filter(one -> PairBoard.manages(person, one))
                .orElseThrow(() -> new Rejection(CareRejection.PAIR_NOT_KNOWN));
        if (!leaving.reason().ofDeparture()) {
            throw new Rejection(CareRejection.NO_REASON_TO_LEAVE);
        }
        LocalDate today = day.today();
        String _ = commands.send(
                new LeavePair(
                        new Stop(
                                row.pair(),
                                leaving.reason(),
                                leaving.seat(),
                                leaving.seat() == SeatAfterwards.HOLD ? leaving.heldUntil() : null,
                                leaving.endedOn() == null ? today : leaving.endedOn()),
                        leaving.reached(),
                        today),
                context);
    }
}
