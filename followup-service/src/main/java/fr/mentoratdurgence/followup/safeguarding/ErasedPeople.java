package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.needs.v1.ContactErased;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.EraseConcernText;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.ReceivedEvent;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A mentor or the contact of a need was erased: what was typed by or about her or him is no longer kept, but where the worry
 * is still open. Who is worried about must not make a worry go away: it goes with its closure.
 */
public final class ErasedPeople {
    private static final String ERASURE = "ERASURE";

    private final Commands commands;
    private final ConcernBoard board;
    private final JdbcClient db;

    ErasedPeople(Commands commands, ConcernBoard board, JdbcClient db) {
        this.commands = commands;
        this.board = board;
        this.db = db;
    }

    /** A mentor left, for whatever reason. */
    public void on(MentorWithdrew fact, ReceivedEvent event) {
        if (!fact.reason().equals(ERASURE)) {
            return;
        }
        db.sql("""
                insert into known_mentor(mentor, erased) values (?, true)
                on conflict (mentor) do update set erased = true""").param(fact.mentor()).update();
        erase(board.closedWithText(fact.mentor()), event);
    }

    /** The contact of a need is erased; what was said for the structure about this need goes. */
    public void contact(ContactErased fact, ReceivedEvent event) {
        db.sql("update known_need set contact_erased = true where need = ?")
                .param(fact.need())
                .update();
        erase(board.closedWithTextOfContact(fact.need()), event);
    }

    private void erase(List<String> concerns, ReceivedEvent event) {
        CommandContext context = CommandContext.causedBy(event, "concern-text");
        for (String concern : concerns) {
            String _ = commands.send(
                    new EraseConcernText(concern, TextErasure.PERSON_ERASED, OperationDay.of(event.time())),
                    context.child(concern));
        }
    }
}
