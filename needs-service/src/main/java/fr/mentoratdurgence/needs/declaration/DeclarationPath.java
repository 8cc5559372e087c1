package fr.mentoratdurgence.needs.declaration;

import fr.mentoratdurgence.platform.Violations.Violation;
import java.util.List;
import java.util.regex.Pattern;

/** The way through the public form: its steps in order, and which of them has what is still to be mended. */
enum DeclarationPath {
    STRUCTURE("etablissement", "structure|uai"),
    YOUNG_PEOPLE("jeunes", "lines($|\\[\\d+]\\.(levelBand|count|supports|subjects))"),
    ORGANISATION("organisation", "lines\\[\\d+]\\.(channels|slots)|priorityAudience"),
    CONTACT("contact", "contact|callTimes|note"),
    /** All is answered: a look over it, and off. */
    REVIEW("verification", "");

    private final String page;
    private final Pattern fields;

    DeclarationPath(String page, String fields) {
        this.page = page;
        this.fields = Pattern.compile(fields);
    }

    /** The last part of the step's address. */
    String page() {
        return page;
    }

    /** The first step with something to mend; {@link #REVIEW} where there is nothing. */
    static DeclarationPath open(List<Violation> faults) {
        for (DeclarationPath step : values()) {
            if (step == REVIEW || faults.stream().anyMatch(step::asks)) {
                return step;
            }
        }
        return REVIEW;
    }

    /** Where to go from here: on to the next step; back to the look over all of it where nothing is left to mend. */
    DeclarationPath next(List<Violation> faults) {
        List<DeclarationPath> way = List.of(values());
        return open(faults) == REVIEW ? REVIEW : way.get(Math.min(way.indexOf(this) + 1, way.size() - 1));
    }

    private boolean asks(Violation fault) {
        return fields.matcher(fault.field()).lookingAt();
    }
}
