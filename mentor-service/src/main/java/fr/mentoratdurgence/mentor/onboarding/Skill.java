package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.Subject;

/**
 * A subject up to the levels at which the mentor dares to help.
 *
 * @param fromBand lowest level
 * @param toBand   highest level, not below the lowest
 */
public record Skill(Subject subject, LevelBand fromBand, LevelBand toBand) {}
