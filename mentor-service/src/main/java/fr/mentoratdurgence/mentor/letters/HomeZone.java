package fr.mentoratdurgence.mentor.letters;

import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.contracts.vocabulary.Departements.Departement;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** By which clock a mentor lives: what is promised to a person counts there. */
public final class HomeZone {
    /** Where there are volunteers but no school of the directory. */
    private static final Map<String, ZoneId> BEYOND = Map.of(
            "986", ZoneId.of("Pacific/Wallis"),
            "987", ZoneId.of("Pacific/Tahiti"),
            "988", ZoneId.of("Pacific/Noumea"));

    private HomeZone() {}

    /** Of who lives in this département; Paris where nobody knows it. */
    public static ZoneId of(String departement) {
        return Departements.of(departement)
                .map(Departement::timeZone)
                .or(() -> Optional.ofNullable(BEYOND.get(departement)))
                .orElse(OperationZone.PARIS);
    }
}
