package fr.mentoratdurgence.reporting.assessment;

/** How far an assessment came. */
public enum AssessmentStatus {
    REQUESTED,
    COMPUTED,
    SEALED,
    PUBLISHED
}
