package fr.mentoratdurgence.contracts.needs.v1;

import java.time.LocalDate;
import java.util.List;

/**
 * A structure declared a need (FR: besoin).
 *
 * <p>Topic {@code needs.v1}, key {@code need}, type {@code needs.need-declared.v1}.
 *
 * @param need the need's stream in needs-service
 * @param structure the relay structure's stream, from its UAI for a school
 * @param departement code of the département, such as 94, 2A or 974
 * @param academie code of the académie as the education ministry numbers it
 * @param priorityAudience REP, REP_PLUS, QPV, RURAL_FRAGILE or NONE; a consumer accepts values it does not know
 * @param lines what is asked for, line by line
 * @param origin FORM, ACCOUNT or IMPORT
 * @param declaredOn day of the declaration, Europe/Paris
 */
public record NeedDeclared(
        String need,
        String structure,
        String departement,
        String academie,
        String priorityAudience,
        List<NeedLine> lines,
        String origin,
        LocalDate declaredOn) {}
