package fr.mentoratdurgence.matching.engine;

/** Points of one term of a score. */
public record TermPoints(Term term, int points) {}
