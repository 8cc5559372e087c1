package fr.mentoratdurgence.needs.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered, as typed: nothing is checked yet. The body of the API, the content of a draft, a group of CSV
 * rows.
 *
 * @param structure stream or UAI of the structure
 * @param structureName name of a structure that the directory does not know
 * @param structureCommune its commune
 * @param callTimes codes of half days on which the contact can be called
 */
record Answers(
        @Nullable String structure,
        @Nullable String structureName,
        @Nullable String structureCommune,
        @Nullable String priorityAudience,
        @Nullable ContactAnswer contact,
        @Nullable List<String> callTimes,
        @Nullable List<LineAnswer> lines,
        @Nullable String note) {

    static final Answers NONE = new Answers(null, null, null, null, null, null, List.of(), null);

    /** Who to call back. */
    record ContactAnswer(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {
        static final ContactAnswer NONE = new ContactAnswer("", "", "");

        /** Masked: a contact must not reach a log. */
        @Override
        public String toString() {
            return "ContactAnswer[masked]";
        }
    }

    /** One line of the need. */
    record LineAnswer(
            @Nullable String levelBand,
            @Nullable String count,
            @Nullable List<String> supports,
            @Nullable List<String> subjects,
            @Nullable List<String> channels,
            @Nullable List<SlotAnswer> slots,
            @Nullable Boolean familyLink) {
        static final LineAnswer NONE = new LineAnswer("", "", List.of(), List.of(), List.of(), List.of(), false);

        LineAnswer with(List<String> otherChannels, List<SlotAnswer> otherSlots) {
            return new LineAnswer(levelBand, count, supports, subjects, otherChannels, otherSlots, familyLink);
        }
    }

    /** A weekly slot, hours as {@code 14:00}. */
    record SlotAnswer(
            @Nullable String day,
            @Nullable String start,
            @Nullable String end) {
        boolean isBlank() {
            return text(day).isEmpty() && text(start).isEmpty() && text(end).isEmpty();
        }
    }

    /** The lines, none where nothing was answered. */
    List<LineAnswer> allLines() {
        return Objects.requireNonNullElse(lines, List.of());
    }

    Answers withStructure(String uai, String name, String commune) {
        return new Answers(uai, name, commune, priorityAudience, contact, callTimes, lines, note);
    }

    Answers withLine(int index, LineAnswer line) {
        List<LineAnswer> changed = new ArrayList<>(allLines());
        if (index < changed.size()) {
            changed.set(index, line);
        } else {
            changed.add(line);
        }
        return withLines(changed);
    }

    Answers withoutLine(int index) {
        List<LineAnswer> changed = new ArrayList<>(allLines());
        changed.remove(index);
        return withLines(changed);
    }

    Answers withLines(List<LineAnswer> changed) {
        return new Answers(
                structure,
                structureName,
                structureCommune,
                priorityAudience,
                contact,
                callTimes,
                List.copyOf(changed),
                note);
    }

    Answers withAudience(String audience) {
        return new Answers(structure, structureName, structureCommune, audience, contact, callTimes, lines, note);
    }

    Answers withContact(ContactAnswer who, List<String> times, String text) {
        return new Answers(structure, structureName, structureCommune, priorityAudience, who, times, lines, text);
    }

    /** The text without the blanks around it; empty where nothing was answered. */
    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
