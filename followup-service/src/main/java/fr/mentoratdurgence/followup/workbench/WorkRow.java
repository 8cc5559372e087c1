package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.followup.notes.Reminder;
import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.PairRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for the team, and how much it hurts beside everything else: the days that it has waited, and those
 * that the policy counts beside them.
 *
 * @param id     of the row on the page
 * @param points days that it counts for
 * @param days   days that it has waited
 */
record WorkRow(
        Kind kind,
        String id,
        int points,
        int days,
        @Nullable NeedToCall need,
        @Nullable WaitingProposal proposal,
        @Nullable PairRow pair,
        @Nullable Reminder note) {
    /** What hurts more stands first; of the same, the kinds stand as they are named here. */
    static final Comparator<WorkRow> ORDER =
            Comparator.comparingInt(WorkRow::points).reversed().thenComparing(WorkRow::kind);

    /** What the policy calls a reminder. */
    private static final String REMINDER = "rappel";

    /** Why it waits, in the order that counts where all else is the same. */
    enum Kind {
        ALERT("alertes"),
        PROPOSAL("propositions"),
        NOTE("notes"),
        NEED("rappels"),
        PAIR("binomes");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** How addresses say it. */
        public String code() {
            return code;
        }
    }

    /** The row and what it says, in a few signs: {@code which.what}. */
    String mark() {
        return Integer.toString(id.hashCode(), Character.MAX_RADIX) + "."
                + Integer.toString(toString().hashCode(), Character.MAX_RADIX);
    }

    /** The marks of what a page shows; a sign alone where it shows nothing. */
    static String marks(List<WorkRow> rows) {
        return rows.isEmpty() ? "-" : rows.stream().map(WorkRow::mark).collect(Collectors.joining(","));
    }

    /** How many rows have come, gone or changed between these marks and the rows of now. */
    static int changes(Set<String> seen, List<WorkRow> now) {
        Set<String> marks = now.stream().map(WorkRow::mark).collect(Collectors.toSet());
        return (int) Stream.concat(
                        seen.stream().filter(mark -> mark.indexOf('.') > 0 && !marks.contains(mark)),
                        marks.stream().filter(mark -> !seen.contains(mark)))
                .map(mark -> mark.split("\\.", 2)[0])
                .distinct()
                .count();
    }

    static WorkRow of(NeedToCall need, FollowupPolicy policy) {
        return new WorkRow(
                Kind.NEED,
                need.need(),
                need.days() + need.headStart() + (need.late() ? policy.lateCallDays() : 0),
                need.days(),
                need,
                null,
                null,
                null);
    }

    static WorkRow of(WaitingProposal proposal, FollowupPolicy policy, LocalDate today) {
        int days = (int) ChronoUnit.DAYS.between(Objects.requireNonNullElse(proposal.acceptedOn(), today), today);
        return new WorkRow(
                Kind.PROPOSAL, proposal.proposal(), days + policy.proposalDays(), days, null, proposal, null, null);
    }

    static WorkRow of(Kind kind, PairRow pair, FollowupPolicy policy, LocalDate today) {
        int days = pair.silentDays(today);
        int weight = kind == Kind.ALERT ? policy.alertDaysAhead() : -policy.calmDaysBehind();
        return new WorkRow(kind, pair.pair(), days + weight, days, null, null, pair, null);
    }

    static WorkRow of(Reminder note, FollowupPolicy policy, LocalDate today) {
        int days = (int) ChronoUnit.DAYS.between(note.remindOn(), today);
        return new WorkRow(Kind.NOTE, note.note(), days + policy.daysAhead(REMINDER), days, null, null, null, note);
    }
}
