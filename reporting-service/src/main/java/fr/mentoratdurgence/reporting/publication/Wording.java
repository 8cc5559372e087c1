package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The French words and numbers of the bilan; a code without a text shows itself. */
@Component
class Wording {
    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    String label(Indicator indicator) {
        return texts.of("indicateur." + indicator.code() + ".libelle");
    }

    String definition(Indicator indicator) {
        return texts.of("indicateur." + indicator.code() + ".definition");
    }

    String formula(Indicator indicator) {
        return texts.of("indicateur." + indicator.code() + ".formule");
    }

    String rounding(Indicator indicator) {
        return texts.of("arrondi." + indicator.decimals());
    }

    String unit(Indicator indicator) {
        return texts.of("unite." + indicator.unit());
    }

    /** The unit behind a figure: in French, one and a half is still singular. */
    String unit(Figure figure) {
        boolean single = figure.value() != null && figure.value().compareTo(BigDecimal.TWO) < 0;
        return texts.of("unite." + figure.indicator().unit() + (single ? ".un" : ""));
    }

    String axis(Axis axis) {
        return texts.of("axe." + axis.code());
    }

    String key(Axis axis, String key) {
        String name = "code." + axis.code() + "." + key;
        String label = texts.of(name);
        return label.equals(name) ? key : label;
    }

    String column(Indicator indicator) {
        return texts.of("indicateur." + indicator.code() + ".colonne");
    }

    String number(Figure figure) {
        return number(figure.value(), figure.indicator().decimals());
    }

    String number(@Nullable BigDecimal value, int decimals) {
        if (value == null) {
            return texts.of("bilan.sans-valeur");
        }
        NumberFormat format = NumberFormat.getInstance(Locale.FRANCE);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    String instant(Instant instant) {
        return DateTimeFormatter.ofPattern(texts.of("bilan.instant"), Locale.FRENCH)
                .withZone(AsOf.PARIS)
                .format(instant);
    }

    String text(String key, Object... args) {
        return texts.of(key, args);
    }
}
