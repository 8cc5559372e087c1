package fr.mentoratdurgence.personaldata;

import java.util.Arrays;
import java.util.Optional;

/** What kind of data about a person was seen; its id names the rule in messages and facts. */
public enum PersonalDataKind {
    EMAIL("courriel"),
    TELEPHONE("telephone"),
    NIR("nir"),
    INE("ine"),
    BIRTH("naissance"),
    ADDRESS("adresse"),
    /** A name on a social network or in a game. */
    ACCOUNT("compte"),
    NAME("nom"),
    HEALTH("sante"),
    JUSTICE("justice"),
    FAMILY("famille"),
    /** Origin or belief. */
    ORIGIN("origine");

    private final String id;

    PersonalDataKind(String id) {
        this.id = id;
    }

    /** The kind of this code; empty where there is none. */
    public static Optional<PersonalDataKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** Closed code of the rule, such as {@code telephone}. */
    public String id() {
        return id;
    }
}
