package fr.mentoratdurgence.contracts.mentors.v1;

/**
 * What a mentor can help with.
 *
 * @param subject MATHS, FRENCH, …
 * @param fromBand lowest level band
 * @param toBand highest level band
 */
public record Skill(String subject, String fromBand, String toBand) {}
