package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.matching.board.LineBoard;
import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalBoard.MentorFlags;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Origin;
import fr.mentoratdurgence.platform.OperationDay;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposals as pages show them. */
@Component
class ProposalCards {
    private final OperationDay day;
    private final LineBoard lines;
    private final ProposalBoard board;
    private final Wording wording;

    ProposalCards(OperationDay day, LineBoard lines, ProposalBoard board, Wording wording) {
        this.day = day;
        this.lines = lines;
        this.board = board;
        this.wording = wording;
    }

    /** A proposal; moments in words. */
    record Card(
            ProposalRow row,
            int days,
            String deadline,
            @Nullable String trialUntil,
            MentorFlags flags) {
        /** Whether somebody chose the mentor, against the order of the runs. */
        public boolean byHand() {
            return row.origin().equals(Origin.MANUAL.name());
        }
    }

    /**
     * What the place asks for, and what mentor and place have in common, in words; empty = nothing particular.
     *
     * @param supports kinds of help that are asked for
     * @param subjects subjects that are asked for
     * @param times    slots in common
     * @param channels channels in common
     */
    record Meeting(String supports, String subjects, String times, String channels) {}

    Meeting meeting(ProposalRow row) {
        return lines.asked(row.terms().need(), row.terms().line())
                .flatMap(asked -> board.offered(row).map(offered -> meeting(asked, offered)))
                .orElse(new Meeting("", "", "", ""));
    }

    private Meeting meeting(PlaceProfile asked, MentorProfile offered) {
        return new Meeting(
                wording.words("accompagnement", asked.supports()),
                wording.words("matiere", asked.subjects()),
                common(asked.slots(), offered.slots()).stream()
                        .map(wording::slot)
                        .collect(Collectors.joining(" ; ")),
                wording.words("canal.en", both(asked.channels(), offered.channels())));
    }

    /** An empty list means anything at all. */
    private static List<Channel> both(List<Channel> asked, List<Channel> offered) {
        if (asked.isEmpty() || offered.isEmpty()) {
            return asked.isEmpty() ? offered : asked;
        }
        return asked.stream().filter(offered::contains).toList();
    }

    private static List<WeeklySlot> common(List<WeeklySlot> asked, List<WeeklySlot> offered) {
        if (asked.isEmpty() || offered.isEmpty()) {
            return asked.isEmpty() ? offered : asked;
        }
        return asked.stream()
                .flatMap(a -> offered.stream()
                        .filter(o -> a.commonMinutes(o) > 0)
                        .map(o -> new WeeklySlot(
                                a.day(),
                                Math.max(a.startMinute(), o.startMinute()),
                                Math.min(a.endMinute(), o.endMinute()))))
                .distinct()
                .sorted(Comparator.comparing(WeeklySlot::day).thenComparingInt(WeeklySlot::startMinute))
                .toList();
    }

    List<Card> of(List<ProposalRow> rows) {
        Map<String, MentorFlags> flags =
                board.flags(rows.stream().map(row -> row.terms().mentor()).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> of(row, flags.getOrDefault(row.terms().mentor(), MentorFlags.NONE)))
                .toList();
    }

    Card of(ProposalRow row) {
        return of(List.of(row)).getFirst();
    }

    private Card of(ProposalRow row, MentorFlags flags) {
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(row.terms().needDeclaredOn(), day.today()));
        return new Card(
                row,
                days,
                wording.moment(row.expiresAt()),
                row.trialDueAt() == null ? null : wording.moment(row.trialDueAt()),
                flags);
    }
}
