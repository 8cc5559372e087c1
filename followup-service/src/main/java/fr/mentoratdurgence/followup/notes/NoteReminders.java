package fr.mentoratdurgence.followup.notes;

import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import java.util.List;

/** What somebody of the team wanted to be reminded of by today; the list of work asks for it. */
public final class NoteReminders {
    private final TeamNotes book;
    private final OperationDay day;

    NoteReminders(TeamNotes book, OperationDay day) {
        this.book = book;
        this.day = day;
    }

    /** The longest waiting first. */
    public List<Note> of(Person person) {
        return book.due(person, day.today());
    }
}
