package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.ProposalRow;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposals as pages show them. */
@Component
class ProposalCards {
    private final Desk desk;
    private final Wording wording;

    ProposalCards(Desk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
    }

    /** A proposal; moments in words. */
    record Card(
            ProposalRow row,
            int days,
            String deadline,
            @Nullable String trialUntil) {}

    List<Card> of(List<ProposalRow> rows) {
        return rows.stream().map(this::of).toList();
    }

    Card of(ProposalRow row) {
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(row.needDeclaredOn(), desk.today()));
        return new Card(
                row,
                days,
                wording.moment(row.expiresAt()),
                row.trialDueAt() == null ? null : wording.moment(row.trialDueAt()));
    }
}
