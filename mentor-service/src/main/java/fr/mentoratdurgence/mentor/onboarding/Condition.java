package fr.mentoratdurgence.mentor.onboarding;

/** What must be true before a mentor is active; shown to référents and mentors as what is missing. */
public enum Condition {
    INTERVIEW,
    PROOF,
    AUTHORISATION,
    CHARTER,
    TRAINING
}
