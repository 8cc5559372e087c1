package fr.mentoratdurgence.platform;

import fr.mentoratdurgence.personaldata.Find;
import fr.mentoratdurgence.personaldata.PersonalDataDetector;
import fr.mentoratdurgence.personaldata.PersonalDataKind;
import fr.mentoratdurgence.personaldata.TextPlace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Refuses what looks like data about a person where it is typed, and says which words were seen. */
public final class PersonalDataCheck {

    /** Who may let a false alarm pass, and did. */
    @FunctionalInterface
    public interface FalseAlarms {
        /** Whether somebody who may has said that these words tell on nobody. */
        boolean letsPass(String field, List<Find> seen);
    }

    private static final String KEY = "donnees-personnelles.";

    private final PersonalDataDetector detector;
    private final FalseAlarms falseAlarms;

    /** A check by this detector. */
    public PersonalDataCheck(PersonalDataDetector detector, FalseAlarms falseAlarms) {
        this.detector = detector;
        this.falseAlarms = falseAlarms;
    }

    /** Notes what may not stand in this place: one violation for each kind, with the words. */
    public void refuse(String field, String typed, TextPlace place, Violations violations) {
        List<Find> seen = detector.scan(typed, place);
        if (seen.isEmpty() || falseAlarms.letsPass(field, seen)) {
            return;
        }
        Map<PersonalDataKind, List<String>> words = new EnumMap<>(PersonalDataKind.class);
        seen.forEach(find ->
                words.computeIfAbsent(find.kind(), _ -> new ArrayList<>()).add(find.words()));
        words.forEach((kind, of) -> violations.add(field, KEY + kind.id(), String.join(" », « ", of)));
    }

    /** The rule that a violation speaks of; empty where it is of another sort. */
    static String rule(Violations.Violation violation) {
        return violation.key().startsWith(KEY) ? violation.key().substring(KEY.length()) : "";
    }
}
