package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.search.Hit.Name;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people call a pair by: both numbers, until the owners of the names have said them. */
public final class PairNames {
    private static final String MENTORS = "/api/mentors/v1/mentors/names";
    private static final String STRUCTURES = "/api/needs/v1/structures/names";

    private PairNames() {}

    /** Mentor and structure. */
    public static List<Name> of(PairRow pair, Texts texts) {
        return of(pair.terms().mentor(), pair.structureReference(), texts);
    }

    /**
     * Mentor and structure, where there are both.
     *
     * @param mentor    id
     * @param structure reference
     */
    public static List<Name> of(@Nullable String mentor, @Nullable String structure, Texts texts) {
        return Stream.concat(
                        Stream.ofNullable(mentor)
                                .map(one -> new Name(
                                        texts.of("suivi.binome.titre.mentor", PairRow.mentorReference(one)),
                                        MENTORS,
                                        one)),
                        Stream.ofNullable(structure)
                                .map(one -> new Name(texts.of("suivi.binome.titre.structure", one), STRUCTURES, one)))
                .toList();
    }
}
