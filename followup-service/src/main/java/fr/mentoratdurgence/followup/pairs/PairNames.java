package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.search.Hit.Name;
import java.util.List;

/** What people call a pair by: both numbers, until the owners of the names have said them. */
public final class PairNames {
    private static final String MENTORS = "/api/mentors/v1/mentors/names";
    private static final String STRUCTURES = "/api/needs/v1/structures/names";

    private PairNames() {}

    /** Mentor and structure. */
    public static List<Name> of(PairRow pair, Texts texts) {
        return List.of(
                new Name(
                        texts.of("suivi.binome.titre.mentor", pair.mentorReference()),
                        MENTORS,
                        pair.terms().mentor()),
                new Name(
                        texts.of("suivi.binome.titre.structure", pair.structureReference()),
                        STRUCTURES,
                        pair.structureReference()));
    }
}
