package fr.mentoratdurgence.matching.profile;

/** A subject that a mentor can help with, from one level band up to another. */
public record Skill(Subject subject, LevelBand fromBand, LevelBand toBand) {

    /** Whether the skill reaches this level. */
    public boolean covers(LevelBand band) {
        return fromBand.compareTo(band) <= 0 && band.compareTo(toBand) <= 0;
    }
}
