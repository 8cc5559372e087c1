package fr.mentoratdurgence.planted.contracts;

public record Told(String need) {}
