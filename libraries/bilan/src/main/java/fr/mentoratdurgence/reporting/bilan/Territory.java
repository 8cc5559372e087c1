package fr.mentoratdurgence.reporting.bilan;

import java.util.Optional;

/**
 * Where figures are counted: the whole operation, an académie or a département.
 *
 * @param code of the académie or département; {@code FR} for the whole
 */
public record Territory(Kind kind, String code) {
    /** The whole operation. */
    public static final Territory NATION = new Territory(Kind.NATION, "FR");

    /** How large it is. */
    public enum Kind {
        NATION,
        ACADEMIE,
        DEPARTEMENT
    }

    /** Reads {@code national}, {@code academie-24} or {@code departement-94}; empty where there is no such territory. */
    public static Optional<Territory> parse(String text) {
        if (text.equals("national")) {
            return Optional.of(NATION);
        }
        Academies france = Academies.ofFrance();
        if (text.startsWith("academie-")) {
            return france.withCode(text.substring("academie-".length()))
                    .map(academie -> new Territory(Kind.ACADEMIE, academie.code()));
        }
        if (text.startsWith("departement-")) {
            String code = text.substring("departement-".length());
            return france.of(code).map(_ -> new Territory(Kind.DEPARTEMENT, code));
        }
        return Optional.empty();
    }

    /** The text that {@link #parse} reads. */
    public String id() {
        return switch (kind) {
            case NATION -> "national";
            case ACADEMIE -> "academie-" + code;
            case DEPARTEMENT -> "departement-" + code;
        };
    }

    /** Whether it is the whole operation. */
    public boolean isNation() {
        return kind == Kind.NATION;
    }
}
