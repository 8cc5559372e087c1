package fr.mentoratdurgence.contracts.mentors.v1;

/**
 * A weekly slot of the operation's grid.
 *
 * @param day MONDAY to SUNDAY
 * @param startMinute minutes from midnight, Europe/Paris
 * @param endMinute minutes from midnight, after the start
 */
public record WeeklySlot(String day, int startMinute, int endMinute) {}
