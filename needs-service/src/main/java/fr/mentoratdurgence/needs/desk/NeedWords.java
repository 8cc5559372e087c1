package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.needs.intake.NeedLine;
import fr.mentoratdurgence.needs.letters.NeedLetter;
import fr.mentoratdurgence.needs.pages.Choices;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.letters.Letters.ToCall;
import fr.mentoratdurgence.platform.letters.Letters.ToDo;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A need and its lines in words. */
@Component
class NeedWords {
    private static final FrenchTime FRENCH = new FrenchTime();

    /** A need in a list. */
    record Item(NeedView view, String title, String details, String progress, String tone, long days) {}

    /**
     * A line in words.
     *
     * @param typed the number in the field
     * @param open whether the field is shown: it is to be mended
     */
    record LineItem(
            int number,
            String typed,
            boolean open,
            String title,
            String details,
            String slots,
            boolean lacksFamilyLink) {}

    /** Something to do, and where. */
    record Duty(String text, String act, String href) {}

    /** What a letter should have told. */
    record Unreached(String what, String why, String since) {}

    private final Choices choices;
    private final Texts texts;

    NeedWords(Choices choices, Texts texts) {
        this.choices = choices;
        this.texts = texts;
    }

    /** The lines; {@code typed} holds what stands in the field of those that are to be mended. */
    List<LineItem> lines(NeedView view, Map<Integer, String> typed) {
        return view.lines().stream()
                .map(line -> line(line, typed.get(line.line())))
                .toList();
    }

    /** The need in a few words. */
    Item item(NeedView view, LocalDate today) {
        String progress = view.progress();
        return new Item(
                view,
                view.commune().isEmpty()
                        ? view.structureName()
                        : texts.of("structure.titre", view.structureName(), view.commune()),
                texts.of("besoin.details", view.places(), levels(view)),
                choices.word("etat", progress),
                choices.word("etat.ton", progress),
                ChronoUnit.DAYS.between(view.declaredOn(), today));
    }

    /** What comes next, in one sentence for the structure. */
    String next(NeedView view, LocalDate callBy) {
        String state = view.isCallOverdue() ? "OVERDUE" : view.progress();
        return texts.of("suite." + state, FRENCH.weekday(callBy));
    }

    /** When the contact can be called. */
    String halfDays(List<HalfDay> times) {
        return choices.words("demi-journee", times);
    }

    /** What the contact is asked to do. */
    List<Duty> toDo(List<ToDo> asked) {
        return asked.stream()
                .map(duty -> new Duty(
                        texts.of("a-faire." + duty.kind()),
                        texts.of("a-faire." + duty.kind() + ".acte"),
                        whereTo(duty)))
                .toList();
    }

    private static String whereTo(ToDo duty) {
        if (duty.kind().equals(NeedLetter.STILL_NEEDED.name())) {
            return "#encore";
        }
        String pair = duty.parameters().get("pair");
        if (pair == null) {
            return "/appariement/propositions/" + duty.parameters().get("proposal");
        }
        return "/suivi/binomes/" + pair
                + switch (NeedLetter.valueOf(duty.kind())) {
                    case CHECK_IN -> "/point";
                    case SEAT_ASKED -> "/place";
                    case CONTINUATION_ASKED -> "/souhait";
                    default -> "?contact";
                };
    }

    /** What did not reach the contact, and why. */
    List<Unreached> toCall(List<ToCall> letters) {
        return letters.stream()
                .map(letter -> new Unreached(
                        texts.of("lettre." + letter.kind() + ".nom"),
                        texts.of("courrier.cause." + letter.cause()),
                        FRENCH.dayOfMonth(OperationDay.of(letter.since()))))
                .toList();
    }

    private String levels(NeedView view) {
        return choices.words(
                "niveau.court",
                view.lines().stream()
                        .filter(line -> line.count() > 0)
                        .map(NeedLine::levelBand)
                        .distinct()
                        .toList());
    }

    private LineItem line(NeedLine line, @Nullable String typed) {
        String details = Texts.capital(choices.words("accompagnement", line.supports()));
        String subjects = choices.words("matiere", line.subjects());
        String channels = choices.words("canal", line.channels());
        return new LineItem(
                line.line(),
                typed == null ? Integer.toString(line.count()) : typed,
                typed != null,
                texts.of(
                        "ligne.titre",
                        line.count(),
                        choices.word("niveau", line.levelBand().name())),
                String.join(
                        " · ",
                        List.of(details, subjects, channels).stream()
                                .filter(part -> !part.isEmpty())
                                .toList()),
                Texts.capital(
                        line.slots().isEmpty()
                                ? texts.of("creneaux.aucun")
                                : String.join(
                                        ", ",
                                        line.slots().stream().map(this::slot).toList())),
                line.lacksFamilyLink());
    }

    private String slot(WeeklySlot slot) {
        return FRENCH.slot(slot.day(), slot.startMinute(), slot.endMinute());
    }
}
