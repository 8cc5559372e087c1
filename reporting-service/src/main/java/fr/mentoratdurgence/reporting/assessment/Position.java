package fr.mentoratdurgence.reporting.assessment;

/** How many facts of a service were counted, such as {@code NEEDS}. */
public record Position(String service, long events) {}
