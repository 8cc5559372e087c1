package fr.mentoratdurgence.matching.engine;

/** A line of a need and a mentor. */
public record Pairing(String need, int line, String mentor) {}
