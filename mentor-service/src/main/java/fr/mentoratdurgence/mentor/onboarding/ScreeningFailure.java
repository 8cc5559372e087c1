package fr.mentoratdurgence.mentor.onboarding;

/** Why an interview ended with no. */
public enum ScreeningFailure {
    AVAILABILITY,
    MOTIVATION,
    SKILLS,
    OTHER
}
