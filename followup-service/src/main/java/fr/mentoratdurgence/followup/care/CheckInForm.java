package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Violations;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody ticked of how it goes.
 *
 * @param fields as sent, of each the first value
 * @param themes those that are known here
 */
record CheckInForm(Map<String, String> fields, List<CheckInTheme> themes) {
    private static final String HEALTH = "sante";

    static CheckInForm of(MultiValueMap<String, String> typed) {
        return new CheckInForm(
                typed.toSingleValueMap(),
                typed.getOrDefault("themes", List.of()).stream()
                        .flatMap(code -> Code.known(CheckInTheme.class, code).stream())
                        .toList());
    }

    /** Whom it is said for; null = whoever says it. */
    @Nullable
    CheckInSide side() {
        return side(fields.get("cote"));
    }

    static @Nullable CheckInSide side(@Nullable String code) {
        return Code.known(CheckInSide.class, code).orElse(null);
    }

    /**
     * How it goes.
     *
     * @throws InvalidInput where nothing that can be chosen was
     */
    int health() {
        String health = fields.getOrDefault(HEALTH, "");
        if (!health.matches("[1-5]")) {
            new Violations().add(HEALTH, "suivi.erreur.choix.sante").throwIfAny();
        }
        return Integer.parseInt(health);
    }
}
