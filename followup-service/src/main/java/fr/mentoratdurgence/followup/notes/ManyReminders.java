package fr.mentoratdurgence.followup.notes;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.lists.BulkAct;
import fr.mentoratdurgence.platform.lists.BulkField;
import fr.mentoratdurgence.platform.lists.BulkRow;
import fr.mentoratdurgence.platform.lists.BulkUndo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sees to many reminders, or puts them off until one day. */
final class ManyReminders implements BulkAct, BulkUndo {
    private static final String UNTIL = "jusquau";

    /** What is done to each. */
    enum What {
        SETTLE("vu"),
        PUT_OFF("plus-tard");

        private final String code;

        What(String code) {
            this.code = code;
        }
    }

    private final What what;
    private final NoteActs acts;
    private final NoteReminders reminders;
    private final TeamNotes book;
    private final OperationDay day;
    private final Texts texts;

    ManyReminders(What what, NoteActs acts, NoteReminders reminders, TeamNotes book, OperationDay day, Texts texts) {
        this.what = what;
        this.acts = acts;
        this.reminders = reminders;
        this.book = book;
        this.day = day;
        this.texts = texts;
    }

    @Override
    public String code() {
        return what.code;
    }

    @Override
    public List<BulkField> fields(Person person, List<String> chosen, Map<String, String> typed) {
        String week = day.today().plusWeeks(1).toString();
        return what == What.SETTLE
                ? List.of()
                : List.of(BulkField.date(UNTIL, texts.of("lot.plus-tard.jusquau"), typed.getOrDefault(UNTIL, week)));
    }

    @Override
    public void check(Map<String, String> typed) {
        Violations wrong = new Violations();
        LocalDate until = until(typed, wrong);
        if (what == What.PUT_OFF && (until == null || !until.isAfter(day.today()))) {
            wrong.add(UNTIL, "note.erreur.rappel", NoteActs.KEPT_DAYS);
        }
        wrong.throwIfAny();
    }

    private static @Nullable LocalDate until(Map<String, String> typed, Violations wrong) {
        return wrong.day(UNTIL, typed.getOrDefault(UNTIL, ""));
    }

    @Override
    public List<BulkRow> look(Person person, List<String> chosen, Map<String, String> typed) {
        return reminders.among(person, chosen).stream()
                .map(one -> one.settled()
                        ? BulkRow.cannot(one.note(), one.title(), one.page(), texts.of("lot.vu.deja"))
                        : BulkRow.can(one.note(), one.title(), one.page(), one.text()))
                .toList();
    }

    @Override
    public boolean isDone(String key) {
        return book.isDone(key);
    }

    @Override
    public void act(Person person, String id, Map<String, String> typed, CommandContext context) {
        on(person, id, one -> {
            if (what == What.SETTLE) {
                acts.settle(person, one.subject(), id, context.commandId());
            } else {
                Violations wrong = new Violations();
                LocalDate until = until(typed, wrong);
                acts.putOff(person, one.subject(), id, Objects.requireNonNull(until), wrong, context.commandId());
            }
        });
    }

    @Override
    public void undo(Person person, String id, Map<String, String> typed, String key, CommandContext context) {
        on(person, id, one -> acts.undo(person, one.subject(), id, key));
    }

    private void on(Person person, String id, Consumer<Reminder> act) {
        act.accept(reminders.find(person, id).orElseThrow(() -> new Rejection(NoteRejection.NOTE_UNKNOWN)));
    }
}
