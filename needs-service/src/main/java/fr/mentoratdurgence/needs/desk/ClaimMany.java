package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedStatus;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.board.NeedView.LastAct;
import fr.mentoratdurgence.needs.intake.NeedCommand.Undoable;
import fr.mentoratdurgence.needs.intake.NeedRejection;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.lists.BulkAct;
import fr.mentoratdurgence.platform.lists.BulkRow;
import fr.mentoratdurgence.platform.lists.BulkUndo;
import fr.mentoratdurgence.platform.search.Hit.Name;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes many needs that nobody follows. */
@Component
class ClaimMany implements BulkAct, BulkUndo {
    private final NeedBoard board;
    private final NeedActs acts;
    private final NeedWords words;
    private final Texts texts;

    ClaimMany(NeedBoard board, NeedActs acts, NeedWords words, Texts texts) {
        this.board = board;
        this.acts = acts;
        this.words = words;
        this.texts = texts;
    }

    @Override
    public String code() {
        return "prendre";
    }

    @Override
    public List<BulkRow> look(Person person, List<String> chosen, Map<String, String> typed) {
        return board.among(chosen, person).stream()
                .map(need -> row(need, person))
                .toList();
    }

    private BulkRow row(NeedView need, Person person) {
        List<Name> title = Name.known(words.item(need, acts.today()).title());
        String page = "/besoins/" + need.need();
        String referent = need.referent();
        String why = need.status().is(NeedStatus.WITHDRAWN)
                ? "retire"
                : referent == null ? "" : referent.equals(person.account()) ? "a-vous" : "pris";
        return why.isEmpty()
                ? BulkRow.can(need.need(), title, page, texts.of("lot.prendre.dit"))
                : BulkRow.cannot(need.need(), title, page, texts.of("lot.prendre." + why));
    }

    @Override
    public void act(Person person, String id, Map<String, String> typed, CommandContext context) {
        NeedView _ = acts.assign(acts.find(id, person), person, context);
    }

    @Override
    public void undo(Person person, String id, Map<String, String> typed, String key, CommandContext context) {
        NeedView need = acts.find(id, person);
        LastAct last = need.last();
        if (last == null || !last.what().is(Undoable.CLAIM) || !last.by().equals(person.account())) {
            throw new Rejection(NeedRejection.NOTHING_TO_UNDO);
        }
        NeedView _ = acts.undo(need, person, context);
    }
}
