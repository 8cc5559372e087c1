package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.Page;
import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalBoard.Wanted;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.board.ProposalRow.Status;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.lists.Awaiting;
import fr.mentoratdurgence.platform.lists.AwaitingRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Trials of which somebody has not said yet how they went. */
@Component
class TrialsAwaited implements Awaiting {
    private final ProposalBoard board;
    private final OperationDay day;
    private final FrenchTime french;
    private final Wording wording;

    TrialsAwaited(ProposalBoard board, OperationDay day, FrenchTime french, Wording wording) {
        this.board = board;
        this.day = day;
        this.french = french;
        this.wording = wording;
    }

    @Override
    public List<AwaitingRow> rows(Person person) {
        return board.proposals(person, Wanted.of(Status.TRIAL), new Page(0, MOST)).stream()
                .map(this::row)
                .toList();
    }

    private AwaitingRow row(ProposalRow row) {
        LocalDate due = row.trialDueAt() == null ? day.today() : OperationDay.of(row.trialDueAt());
        return new AwaitingRow(
                row.proposal(),
                "essai",
                ValidateMany.names(row),
                "/appariement/propositions/" + row.proposal(),
                wording.of("attente.essai.dit", french.weekday(due)),
                (int) ChronoUnit.DAYS.between(OperationDay.of(row.proposedAt()), day.today()));
    }
}
