package fr.mentoratdurgence.mentor.onboarding;

/** How the two meet at a distance (FR: canal). */
public enum Channel {
    VIDEO,
    PHONE,
    MESSAGING
}
