package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Choice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes, numbers and moments in French, as the pages say them. */
@Component
class Wording {
    private static final FrenchTime FRENCH = new FrenchTime();

    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    String of(String key, Object... args) {
        return texts.of(key, args);
    }

    /** How many rows a list has, as far as anybody turns pages. */
    String counted(int rows) {
        return texts.counted(rows);
    }

    String moment(Instant instant) {
        return FRENCH.moment(instant);
    }

    String day(LocalDate day) {
        return FRENCH.day(day);
    }

    /** Codes as a list to choose from. */
    List<Choice> options(String prefix, Enum<?>... codes) {
        return Choice.of(texts, prefix + ".", codes);
    }

    /** Codes in a row: « maths, français ». */
    String words(String prefix, Collection<? extends Enum<?>> codes) {
        return codes.stream().map(code -> texts.of(prefix + "." + code)).collect(Collectors.joining(", "));
    }

    /** A weekly slot: « mercredi de 14 h à 16 h ». */
    String slot(WeeklySlot slot) {
        return FRENCH.slot(slot.day(), slot.startMinute(), slot.endMinute());
    }

    /** The code with this name; null = there is none. */
    static <E extends Enum<E>> @Nullable E code(Class<E> codes, @Nullable String name) {
        return Code.known(codes, name).orElse(null);
    }
}
