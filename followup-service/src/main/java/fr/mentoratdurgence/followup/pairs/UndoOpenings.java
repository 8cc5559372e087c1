package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.UndoActs.What;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.lists.BulkRow;
import fr.mentoratdurgence.platform.lists.BulkUndo;
import fr.mentoratdurgence.platform.search.Hit.Name;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes many validations back: matching-service made them, and the pairs that came of them live here. */
@Component
class UndoOpenings implements BulkUndo {
    private final PairBoard board;
    private final PairActs acts;
    private final UndoActs undo;
    private final Texts texts;

    UndoOpenings(PairBoard board, PairActs acts, UndoActs undo, Texts texts) {
        this.board = board;
        this.acts = acts;
        this.undo = undo;
        this.texts = texts;
    }

    @Override
    public String code() {
        return "validation";
    }

    /** @param done proposals */
    @Override
    public List<BulkRow> look(Person person, List<String> done, Map<String, String> typed) {
        Map<String, PairRow> pairs = board.ofProposals(person, done).stream()
                .collect(Collectors.toMap(PairRow::proposal, Function.identity(), (one, _) -> one));
        return done.stream()
                .map(proposal -> {
                    PairRow row = pairs.get(proposal);
                    return BulkRow.can(
                            proposal,
                            row == null
                                    ? Name.known(texts.of("suivi.fait.OPENED.annulation"))
                                    : PairNames.of(row, texts),
                            "/appariement/propositions/" + proposal,
                            "");
                })
                .toList();
    }

    @Override
    public void undo(Person person, String id, Map<String, String> typed, String key, CommandContext context) {
        PairRow row = board.ofProposals(person, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new Rejection(PairRejection.OPENING_NOT_HEARD));
        What _ = undo.undo(acts.on(person, row.pair(), context), What.OPENING);
    }
}
