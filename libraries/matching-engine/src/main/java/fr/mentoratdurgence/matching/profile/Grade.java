package fr.mentoratdurgence.matching.profile;

/** Grade of the French school system (FR: classe), youngest first. */
public enum Grade {
    CP,
    CE1,
    CE2,
    CM1,
    CM2,
    SIXIEME,
    CINQUIEME,
    QUATRIEME,
    TROISIEME,
    SECONDE,
    PREMIERE,
    TERMINALE;

    /** Whether pupils of this grade go to a lycée, where there are two tracks. */
    public boolean lycee() {
        return compareTo(SECONDE) >= 0;
    }
}
