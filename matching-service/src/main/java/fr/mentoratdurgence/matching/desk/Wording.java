package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.profile.WeeklySlot;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Choice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes, numbers and moments in French, as the pages say them. */
@Component
class Wording {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.FRENCH).withZone(OperationDay.ZONE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final int MINUTES = 60;

    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    String of(String key, Object... args) {
        return texts.of(key, args);
    }

    String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Codes as a list to choose from. */
    List<Choice> options(String prefix, Enum<?>... codes) {
        return Choice.of(texts, prefix + ".", codes);
    }

    /** Codes in a row: « maths, français ». */
    String words(String prefix, Collection<? extends Enum<?>> codes) {
        return codes.stream().map(code -> texts.of(prefix + "." + code)).collect(Collectors.joining(", "));
    }

    /** A weekly slot: « mercredi, 14:00–16:00 ». */
    String slot(WeeklySlot slot) {
        return texts.of("ui.day." + slot.day()).toLowerCase(Locale.FRENCH) + ", " + clock(slot.startMinute()) + "–"
                + clock(slot.endMinute());
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / MINUTES, minute % MINUTES);
    }

    /** The code with this name; null = there is none. */
    static <E extends Enum<E>> @Nullable E code(Class<E> codes, @Nullable String name) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
