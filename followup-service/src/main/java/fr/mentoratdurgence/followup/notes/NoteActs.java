package fr.mentoratdurgence.followup.notes;

import fr.mentoratdurgence.followup.safeguarding.SubjectBoard;
import fr.mentoratdurgence.followup.safeguarding.SubjectBoard.Named;
import fr.mentoratdurgence.personaldata.TextPlace;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody of the team does with notes about what is of the own territory, or follows the own account. */
@Component
class NoteActs {
    static final int LONGEST_TEXT = 800;
    /** A note is there to be thought of, not a file about somebody. */
    static final int KEPT_DAYS = 90;

    private final SubjectBoard subjects;
    private final TeamNotes book;
    private final PersonalDataCheck personalData;
    private final Ids ids;
    private final OperationDay day;

    NoteActs(SubjectBoard subjects, TeamNotes book, PersonalDataCheck personalData, Ids ids, OperationDay day) {
        this.subjects = subjects;
        this.book = book;
        this.personalData = personalData;
        this.ids = ids;
        this.day = day;
    }

    /** What it is about, in words without a name. */
    Named about(Person person, String subject) {
        return subjects.named(person, subject).orElseThrow(() -> new Rejection(NoteRejection.NOTE_UNKNOWN));
    }

    List<Note> of(Person person, String subject) {
        about(person, subject);
        return book.of(subject);
    }

    void write(Person person, String subject, String text, @Nullable LocalDate remindOn, Violations wrong) {
        Named about = about(person, subject);
        LocalDate today = day.today();
        if (text.isBlank()) {
            wrong.add("texte", "note.erreur.vide");
        }
        if (text.length() > LONGEST_TEXT) {
            wrong.add("texte", "note.erreur.texte", LONGEST_TEXT);
        }
        if (remindOn != null && (!remindOn.isAfter(today) || remindOn.isAfter(today.plusDays(KEPT_DAYS)))) {
            wrong.add("rappel", "note.erreur.rappel", KEPT_DAYS);
        }
        personalData.refuse("texte", text, TextPlace.NOTE, wrong);
        wrong.throwIfAny();
        book.keep(
                new Note(ids.next("note"), subject, text.strip(), person.account(), today, remindOn, null),
                about.departement());
    }

    void settle(Person person, String subject, String note) {
        book.settle(find(person, subject, note).note(), day.today());
    }

    void erase(Person person, String subject, String note) {
        book.erase(find(person, subject, note).note());
    }

    private Note find(Person person, String subject, String note) {
        about(person, subject);
        return book.find(subject, note).orElseThrow(() -> new Rejection(NoteRejection.NOTE_UNKNOWN));
    }
}
