package fr.mentoratdurgence.needs.declaration;

import static fr.mentoratdurgence.needs.declaration.Answers.text;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.needs.contacts.TypedContact;
import fr.mentoratdurgence.needs.declaration.Answers.ContactAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.LineAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.SlotAnswer;
import fr.mentoratdurgence.needs.directory.StructureNames;
import fr.mentoratdurgence.needs.directory.Uai;
import fr.mentoratdurgence.needs.intake.NeedLine;
import fr.mentoratdurgence.needs.intake.NeedRejection;
import fr.mentoratdurgence.personaldata.TextPlace;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.typed.Typed;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From typed answers to the values of the domain; everything that is wrong is said at once, by field. */
final class Checks {
    static final int LONGEST_NOTE = 300;

    private static final int LONGEST_NAME = 120;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

    private final PersonalDataCheck personalData;
    private final Violations violations;

    Checks(PersonalDataCheck personalData, Violations violations) {
        this.personalData = personalData;
        this.violations = violations;
    }

    Optional<Uai> uai(String field, @Nullable String typed) {
        String code = text(typed).replaceFirst("^structure-", "");
        Optional<Uai> uai = Uai.parse(code);
        if (uai.isEmpty()) {
            violations.add(field, code.isEmpty() ? "saisie.uai.manque" : "saisie.uai.faux");
        }
        return uai;
    }

    /** Names of a structure that the directory does not know. */
    StructureNames names(String nameField, @Nullable String name, String communeField, @Nullable String commune) {
        publicName(nameField, text(name), TextPlace.TITLE, "saisie.structure.nom.manque");
        publicName(communeField, text(commune), TextPlace.PUBLISHED, "saisie.structure.commune.manque");
        return new StructureNames(Typed.text(name), Typed.text(commune));
    }

    private void publicName(String field, String typed, TextPlace place, String missing) {
        if (typed.isEmpty()) {
            violations.add(field, missing);
        } else if (length(typed) > LONGEST_NAME || CONTROL.matcher(typed).find()) {
            violations.add(field, "saisie.trop-long", LONGEST_NAME);
        } else {
            personalData.refuse(field, typed, place, violations);
        }
    }

    Optional<PriorityAudience> audience(String field, @Nullable String typed) {
        return text(typed).isEmpty()
                ? Optional.of(PriorityAudience.NONE)
                : code(field, typed, PriorityAudience.class, "saisie.public");
    }

    /**
     * A whole line.
     *
     * @param prefix put before the names of the fields, such as {@code lines[0].}
     */
    Optional<NeedLine> line(String prefix, int number, LineAnswer answer) {
        int before = violations.all().size();
        NeedLine line = read(prefix, number, answer);
        line.faults().forEach(fault -> say(prefix, fault, answer));
        return violations.all().size() > before ? Optional.empty() : Optional.of(line);
    }

    /** What the step about young people asks; channels and slots come later. */
    void profile(LineAnswer answer) {
        read("", 1, answer.with(List.of(), List.of())).profileFaults().forEach(fault -> say("", fault, answer));
    }

    /** What the step about how and when one can meet asks, whatever the lines are about. */
    void meeting(List<String> channels, List<SlotAnswer> slots) {
        LineAnswer answer = LineAnswer.NONE.with(channels, slots);
        new NeedLine(
                        1,
                        LevelBand.LYCEE_GT,
                        1,
                        List.of(),
                        List.of(),
                        any("channels", channels, Channel.class, "saisie.canaux.inconnu"),
                        slots("slots", slots),
                        false)
                .meetingFaults()
                .forEach(fault -> say("", fault, answer));
    }

    /** As typed; what cannot be read is said, and something else stands in its place. */
    private NeedLine read(String prefix, int number, LineAnswer answer) {
        LevelBand band = level(prefix + "levelBand", answer.levelBand()).orElse(LevelBand.LYCEE_GT);
        return new NeedLine(
                number,
                band,
                count(answer.count()),
                any(prefix + "supports", answer.supports(), SupportKind.class, "saisie.accompagnements.inconnu"),
                any(prefix + "subjects", answer.subjects(), Subject.class, "saisie.matieres.inconnue"),
                any(prefix + "channels", answer.channels(), Channel.class, "saisie.canaux.inconnu"),
                slots(prefix + "slots", answer.slots()),
                Boolean.TRUE.equals(answer.familyLink()) && band.isPrimary());
    }

    /** What a rule says of a line, at the field that it is about. */
    private void say(String prefix, NeedRejection fault, LineAnswer answer) {
        switch (fault) {
            case COUNT_OUT_OF_RANGE ->
                violations.add(
                        prefix + "count",
                        text(answer.count()).isEmpty() ? "saisie.nombre.manque" : "saisie.nombre",
                        NeedLine.MAX_COUNT);
            case SUPPORT_MISSING -> missing(prefix + "supports", answer.supports(), "saisie.accompagnements");
            case CHANNEL_MISSING -> missing(prefix + "channels", answer.channels(), "saisie.canaux");
            case SLOT_IMPOSSIBLE -> {} // said at the slot
            default -> throw new IllegalStateException(fault.name());
        }
    }

    private void missing(String field, @Nullable List<String> typed, String message) {
        if (typed == null || typed.isEmpty()) {
            violations.add(field, message);
        }
    }

    private List<WeeklySlot> slots(String field, @Nullable List<SlotAnswer> typed) {
        List<WeeklySlot> slots = new ArrayList<>();
        List<SlotAnswer> answers = typed == null ? List.of() : typed;
        for (int i = 0; i < answers.size(); i++) {
            if (!answers.get(i).isBlank()) {
                slot(field + "[" + i + "]", answers.get(i)).ifPresent(slots::add);
            }
        }
        return slots;
    }

    private Optional<WeeklySlot> slot(String field, SlotAnswer answer) {
        Optional<DayOfWeek> day = code(field, answer.day(), DayOfWeek.class, "saisie.creneau.jour");
        int start = minute(text(answer.start()));
        int end = minute(text(answer.end()));
        if (start < 0 || end < 0) {
            violations.add(field, "saisie.creneau.heure");
            return Optional.empty();
        }
        if (end <= start) {
            violations.add(field, "saisie.creneau.ordre", text(answer.end()), text(answer.start()));
            return Optional.empty();
        }
        Optional<WeeklySlot> slot = day.map(d -> new WeeklySlot(d, start, end));
        if (slot.isPresent() && !slot.get().lastsLongEnough()) {
            violations.add(field, "saisie.creneau.court", WeeklySlot.MIN_MINUTES);
        }
        return slot;
    }

    /** Minutes from midnight; -1 = no time of a day. */
    static int minute(String hour) {
        if (hour.equals("24:00")) {
            return 24 * 60;
        }
        return Typed.time(hour).map(time -> time.toSecondOfDay() / 60).orElse(-1);
    }

    Optional<Contact> contact(String prefix, @Nullable ContactAnswer answer) {
        ContactAnswer given = answer == null ? ContactAnswer.NONE : answer;
        return TypedContact.read(
                prefix, text(given.name()), text(given.email()), text(given.phone()), personalData, violations);
    }

    List<HalfDay> halfDays(String field, @Nullable List<String> typed) {
        return any(field, typed, HalfDay.class, "saisie.rappel");
    }

    /** @return the note, or null where there is none */
    @Nullable
    String note(String field, @Nullable String typed) {
        String note = text(typed);
        if (note.isEmpty()) {
            return null;
        }
        if (length(note) > LONGEST_NOTE) {
            violations.add(field, "saisie.trop-long", LONGEST_NOTE);
        } else if (CONTROL.matcher(note).find()) {
            violations.add(field, "saisie.illisible");
        } else {
            personalData.refuse(field, note, TextPlace.NOTE, violations);
        }
        return note;
    }

    private Optional<LevelBand> level(String field, @Nullable String typed) {
        return code(field, typed, LevelBand.class, text(typed).isEmpty() ? "saisie.niveau.manque" : "saisie.niveau");
    }

    private static int count(@Nullable String typed) {
        return DIGITS.matcher(text(typed)).matches() ? Integer.parseInt(text(typed)) : 0;
    }

    private <E extends Enum<E>> List<E> any(String field, @Nullable List<String> typed, Class<E> type, String unknown) {
        return (typed == null ? List.<String>of() : typed)
                .stream()
                        .distinct()
                        .flatMap(one -> code(field, one, type, unknown).stream())
                        .toList();
    }

    private <E extends Enum<E>> Optional<E> code(String field, @Nullable String typed, Class<E> type, String unknown) {
        Optional<E> code = Code.known(type, text(typed));
        if (code.isEmpty()) {
            violations.add(
                    field,
                    unknown,
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
        }
        return code;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
