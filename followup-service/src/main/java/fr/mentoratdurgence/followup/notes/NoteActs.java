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
import fr.mentoratdurgence.platform.web.Undo;
import java.time.Clock;
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
    private final Clock clock;

    NoteActs(
            SubjectBoard subjects,
            TeamNotes book,
            PersonalDataCheck personalData,
            Ids ids,
            OperationDay day,
            Clock clock) {
        this.subjects = subjects;
        this.book = book;
        this.personalData = personalData;
        this.ids = ids;
        this.day = day;
        this.clock = clock;
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
        if (remindOn != null) {
            remindable("rappel", remindOn, today, wrong);
        }
        personalData.refuse("texte", text, TextPlace.NOTE, wrong);
        wrong.throwIfAny();
        book.keep(
                new Note(ids.next("note"), subject, text.strip(), person.account(), today, remindOn, null),
                about.departement());
    }

    /** @param key of the sending that does it to many; nothing where it is one act */
    void settle(Person person, String subject, String note, @Nullable String key) {
        book.settle(find(person, subject, note).note(), day.today(), clock.instant(), key);
    }

    /** @param until nothing = a week, as far as the note is there then */
    void putOff(
            Person person,
            String subject,
            String note,
            @Nullable LocalDate until,
            Violations wrong,
            @Nullable String key) {
        Note found = find(person, subject, note);
        LocalDate last = found.writtenOn().plusDays(KEPT_DAYS);
        LocalDate week = day.today().plusWeeks(1);
        LocalDate on = until == null ? (week.isAfter(last) ? last : week) : until;
        remindable("jusquau", on, found.writtenOn(), wrong);
        wrong.throwIfAny();
        book.putOff(note, on, clock.instant(), key);
    }

    /** What was done to a reminder in the last minutes was a mistake. */
    void undo(Person person, String subject, String note, @Nullable String key) {
        if (!book.undo(find(person, subject, note).note(), clock.instant().minus(Undo.WITHIN), key)) {
            throw new Rejection(NoteRejection.REMINDER_NOT_UNDONE);
        }
    }

    /** A day to come on which the note is still there. */
    private void remindable(String field, LocalDate on, LocalDate writtenOn, Violations wrong) {
        if (!on.isAfter(day.today()) || on.isAfter(writtenOn.plusDays(KEPT_DAYS))) {
            wrong.add(field, "note.erreur.rappel", KEPT_DAYS);
        }
    }

    void erase(Person person, String subject, String note) {
        book.erase(find(person, subject, note).note());
    }

    private Note find(Person person, String subject, String note) {
        about(person, subject);
        return book.find(subject, note).orElseThrow(() -> new Rejection(NoteRejection.NOTE_UNKNOWN));
    }
}
