package fr.mentoratdurgence.planted.matching;

public record Rival(int points) {}
