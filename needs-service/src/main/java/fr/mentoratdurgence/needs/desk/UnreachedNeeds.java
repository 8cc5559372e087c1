package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedBoard.Selection;
import fr.mentoratdurgence.needs.board.NeedStatus;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.platform.CallsWaiting;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.letters.Letters.ToCall;
import fr.mentoratdurgence.platform.lists.Awaiting;
import fr.mentoratdurgence.platform.lists.AwaitingRow;
import fr.mentoratdurgence.platform.search.Hit.Name;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Needs whose contact a letter did not reach: somebody has to call. */
@Component
class UnreachedNeeds implements Awaiting, CallsWaiting.Counted {
    private static final Set<NeedStatus> OPEN = EnumSet.complementOf(EnumSet.of(NeedStatus.WITHDRAWN));

    private final NeedBoard board;
    private final NeedActs acts;
    private final NeedWords words;
    private final Texts texts;
    private final Letters letters;

    UnreachedNeeds(NeedBoard board, NeedActs acts, NeedWords words, Texts texts, Letters letters) {
        this.board = board;
        this.acts = acts;
        this.words = words;
        this.texts = texts;
        this.letters = letters;
    }

    @Override
    public List<AwaitingRow> rows(Person person) {
        return board.read(person, new Selection(OPEN, null, true, null, null), "").rows().stream()
                .limit(MOST)
                .flatMap(this::row)
                .toList();
    }

    private Stream<AwaitingRow> row(NeedView need) {
        List<ToCall> letters = acts.letters().toCall(need.need());
        if (letters.isEmpty()) {
            return Stream.empty();
        }
        ToCall first = letters.getFirst();
        return Stream.of(new AwaitingRow(
                "appel-" + need.need(),
                "appel",
                Name.known(words.item(need, acts.today()).title()),
                "/besoins/" + need.need(),
                texts.of("lettre." + first.kind() + ".nom") + ", " + texts.of("courrier.cause." + first.cause()),
                (int) ChronoUnit.DAYS.between(OperationDay.of(first.since()), acts.today())));
    }

    /** All of them, of whom a page shows the first. */
    @Override
    public Map<String, Integer> byDepartement() {
        return letters.unreached("select need, departement from need where status <> 'WITHDRAWN'");
    }
}
