package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.contracts.MemberAssociations.MemberAssociation;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.reporting.bilan.Academies;
import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Chapter;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.bilan.Territory;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The French words and numbers of the bilan; a code without a text shows itself. */
@Component
class Wording {
    /** Codes that other services say, too, in the words that all share. */
    private static final FrenchTime FRENCH = new FrenchTime();

    private static final Map<String, String> SHARED = Map.of(
            "levelBand", "niveau.court",
            "priorityAudience", "public.court",
            "side", "cote",
            "interruptionReason", "interruption",
            "support", "accompagnement",
            "forWhom", "cote",
            "channel", "canal");

    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    String chapter(Chapter chapter) {
        return texts.of("bilan.chapitre." + chapter.id());
    }

    String label(Indicator indicator) {
        return texts.of("indicateur." + indicator.code() + ".libelle");
    }

    /** A figure that is none of ours: its name where we have one, else its code. */
    String foreign(String code) {
        String name = "comparer.chiffre." + code;
        String label = texts.of(name);
        return label.equals(name) ? code : label;
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

    /** How a number was rounded that everybody may see. */
    String publishedRounding(Indicator indicator) {
        return switch (indicator.kind()) {
            case COUNT, AMOUNT, LEVELS -> texts.of("arrondi.publie");
            case RATIO -> texts.of("arrondi.publie.part");
            case DELAY -> texts.of("arrondi.publie.duree");
            case RULE, MEASURE -> rounding(indicator);
        };
    }

    /** Digits after the comma: a rounded number with some would pretend to more than it says. */
    int decimals(Indicator indicator, boolean published) {
        return switch (indicator.kind()) {
            case AMOUNT, RATIO -> published ? 0 : indicator.decimals();
            default -> indicator.decimals();
        };
    }

    /** The unit of a row. */
    String unit(Indicator indicator, Axis axis, String key) {
        return texts.of("unite." + axis.unit(indicator, key));
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
        return switch (axis) {
            case ACADEMIE -> academie(key);
            case WEEK -> week(key);
            case STILL, STILL_LOW, STILL_HIGH -> texts.of("bilan.jour", key);
            case SIDE_AND_REASON -> bothKeys(key);
            case MEMBER_ASSOCIATION ->
                MemberAssociations.withCode(key).map(MemberAssociation::label).orElseGet(() -> code(axis, key));
            default -> code(axis, key);
        };
    }

    private String academie(String code) {
        return Academies.ofFrance()
                .withCode(code)
                .map(Academies.Academie::label)
                .orElseGet(() -> code(Axis.ACADEMIE, code));
    }

    String shortAcademie(String code) {
        String label = academie(code);
        return label.length() <= 8 ? label : texts.of("academie.court." + code);
    }

    private String bothKeys(String key) {
        int between = key.indexOf('/');
        return between < 0
                ? key
                : texts.of(
                        "bilan.deux",
                        code(Axis.SIDE, key.substring(0, between)),
                        code(Axis.INTERRUPTION_REASON, key.substring(between + 1)));
    }

    /** A week by its number and its Monday. */
    private String week(String key) {
        LocalDate monday;
        try {
            monday = LocalDate.parse(key + "-1", DateTimeFormatter.ISO_WEEK_DATE);
        } catch (DateTimeException _) {
            return key; // a file that somebody brought may say anything
        }
        return texts.of(
                "bilan.semaine",
                key.substring(key.indexOf('W') + 1),
                DateTimeFormatter.ofPattern("d MMM uuuu", Locale.FRENCH).format(monday));
    }

    String shortWeek(String key) {
        return texts.of("bilan.semaine.court", key.substring(key.indexOf('W') + 1));
    }

    /** Where, and what was known when: the name of an assessment. */
    String scope(Scope scope) {
        LocalDate happenedUntil = scope.happenedUntil();
        String name = texts.of("bilan.de", territory(scope.territory()), instant(scope.asOf()));
        return happenedUntil == null ? name : texts.of("bilan.de.survenu", name, day(happenedUntil));
    }

    String territory(Territory territory) {
        return switch (territory.kind()) {
            case NATION -> texts.of("bilan.territoire.national");
            case ACADEMIE -> ofAcademie(territory.code());
            case DEPARTEMENT -> texts.of("bilan.territoire.departement", code(Axis.DEPARTEMENT, territory.code()));
        };
    }

    private String ofAcademie(String code) {
        String own = "bilan.territoire.academie." + code;
        String label = texts.of(own);
        if (!label.equals(own)) {
            return label;
        }
        String name = academie(code);
        return texts.of(
                "AEIOUYÉÎ".indexOf(name.charAt(0)) < 0
                        ? "bilan.territoire.academie"
                        : "bilan.territoire.academie.voyelle",
                name);
    }

    /** What a curve is of: how many ended, how many did not. */
    String cases(Indicator indicator, BigDecimal cases, @Nullable BigDecimal ended, @Nullable BigDecimal open) {
        Object[] counts = {cases.longValue(), count(ended), count(open)};
        String own = "courbe.cas." + indicator.code();
        String told = texts.of(own, counts);
        return told.equals(own) ? texts.of("courbe.cas", counts) : told;
    }

    private static long count(@Nullable BigDecimal number) {
        return number == null ? 0 : number.longValue();
    }

    private String code(Axis axis, String key) {
        String shared = SHARED.getOrDefault(axis.code(), "") + "." + key;
        String word = texts.of(shared);
        if (!word.equals(shared)) {
            return Texts.capital(word);
        }
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

    /** A figure as it is shown: what is kept secret says so. */
    String shown(Figure figure, boolean published) {
        if (!published) {
            return number(figure);
        }
        if (figure.value() == null && figure.indicator().kind() != Indicator.Kind.RULE) {
            return texts.of("bilan.secret");
        }
        return number(figure.value(), decimals(figure.indicator(), true));
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
        return FRENCH.instant(instant);
    }

    String day(LocalDate day) {
        return FRENCH.day(day);
    }

    /** A service by the code that assessments hold. */
    String service(String code) {
        return texts.of("service." + code);
    }

    String text(String key, Object... args) {
        return texts.of(key, args);
    }
}
