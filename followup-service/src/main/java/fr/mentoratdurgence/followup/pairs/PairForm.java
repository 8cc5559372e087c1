package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Session;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.typed.Typed;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody typed into one of the forms of a pair: read field by field, with everything wrong said at once. */
public final class PairForm {
    private final Map<String, String> typed;
    private final Map<String, String> asked = new HashMap<>();
    private final Violations violations = new Violations();

    /** As the page sent it. */
    public PairForm(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /**
     * The fields of a page nobody has typed into yet. What would record something false about somebody when it is left
     * as it stands has no default: who was missing, whether it was announced, how they met.
     */
    static Map<String, String> blank(LocalDate today) {
        Map<String, String> fields = new HashMap<>();
        fields.put("contactLe", today.toString());
        fields.put("jour", today.toString());
        fields.put("minutes", "60");
        fields.put("prevueLe", today.toString());
        fields.put("proposeeLe", today.toString());
        fields.put("repondueLe", today.toString());
        fields.put("entretienLe", today.toString());
        fields.put("pauseDu", today.toString());
        return fields;
    }

    /** As typed, to be shown again; what was not typed is as on a fresh page. */
    Map<String, String> shownAgain(LocalDate today) {
        Map<String, String> fields = blank(today);
        fields.putAll(typed);
        fields.putAll(asked);
        return fields;
    }

    /** A day that must be there; only to be used after {@link #check()}. */
    public LocalDate day(String field) {
        return violations.need(field, violations.day(field, text(field)), "suivi.erreur.date");
    }

    /** A day, or that one where nothing was typed. */
    public LocalDate dayOr(String field, LocalDate otherwise) {
        return text(field).isEmpty() ? otherwise : day(field);
    }

    /** A time of the day, in minutes from midnight. */
    public int time(String field) {
        Optional<LocalTime> time = Typed.time(text(field));
        if (time.isEmpty()) {
            violations.add(field, "suivi.erreur.heure");
        }
        return time.map(at -> at.toSecondOfDay() / 60).orElse(0);
    }

    /** A day, or null where nothing was typed. */
    public @Nullable LocalDate maybeDay(String field) {
        return violations.day(field, text(field));
    }

    /** How long a session lasts. */
    public int minutes(String field) {
        int minutes = text(field).matches("\\d{1,6}") ? Integer.parseInt(text(field)) : 0;
        if (!SessionRules.lasts(minutes)) {
            violations.add(field, "suivi.erreur.minutes", SessionRules.LONGEST_SESSION_MINUTES);
        }
        return minutes;
    }

    /**
     * A session that was held.
     *
     * @param about what it was about, as ticked; null for nothing
     */
    Session session(@Nullable List<String> about) {
        LocalDate heldOn = day("jour");
        int minutes = minutes("minutes");
        Channel channel = choice("canal", Channel.class);
        List<SupportKind> support = Stream.ofNullable(about)
                .flatMap(List::stream)
                .flatMap(code -> Code.known(SupportKind.class, code).stream())
                .distinct()
                .toList();
        return new Session(heldOn, minutes, channel, support);
    }

    /** What is meant where something is told of that day already; the form asks it when it has to. */
    Repeat repeat(String field) {
        return Code.known(Repeat.class, text(field)).orElse(Repeat.ASK);
    }

    /** Asks one more question when the form is shown again. */
    void ask(String field) {
        asked.put(field, "");
    }

    /** One of these codes. */
    public <E extends Enum<E>> E choice(String field, Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text(field))) {
                return value;
            }
        }
        violations.add(field, "suivi.erreur.choix." + field);
        return type.getEnumConstants()[0];
    }

    /** Yes or no; neither is wrong. */
    public boolean yesNo(String field) {
        if (!text(field).equals("oui") && !text(field).equals("non")) {
            violations.add(field, "suivi.erreur.choix." + field);
        }
        return text(field).equals("oui");
    }

    /** Ends here where something is wrong; the values read so far are not to be used then. */
    public void check() {
        violations.throwIfAny();
    }

    /** A text that must be there. */
    String word(String field) {
        if (text(field).isEmpty()) {
            violations.add(field, "suivi.erreur.choix." + field);
        }
        return text(field);
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }
}
