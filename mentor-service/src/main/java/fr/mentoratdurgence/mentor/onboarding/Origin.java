package fr.mentoratdurgence.mentor.onboarding;

/** How an application came in. */
public enum Origin {
    FORM,
    IMPORT
}
