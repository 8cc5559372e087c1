package fr.mentoratdurgence.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the API of each service stands behind the door. */
final class Apis {
    /** The account of who runs the system. */
    static final String OPS = "ops";

    private static final Map<String, String> PREFIXES = new TreeMap<>(Map.of(
            "needs", "needs",
            "mentor", "mentors",
            "matching", "matching",
            "followup", "followup",
            "reporting", "reporting"));

    private Apis() {}

    static List<String> services() {
        return List.copyOf(PREFIXES.keySet());
    }

    /** The path of what ops sees of a service. */
    static String ops(@Nullable String service, String what) {
        String name = Objects.requireNonNullElse(service, "");
        String prefix = PREFIXES.get(name);
        if (prefix == null) {
            throw new LocalFailure("service.inconnu", name, String.join(", ", services()));
        }
        return "/api/" + prefix + "/v1/ops/" + what;
    }
}
