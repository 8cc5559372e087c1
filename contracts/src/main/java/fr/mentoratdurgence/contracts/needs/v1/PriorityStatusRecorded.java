package fr.mentoratdurgence.contracts.needs.v1;

import java.time.LocalDate;

/**
 * The priority status of a structure as a source stated it on a date.
 *
 * <p>Topic {@code needs.v1}, key {@code structure}, type {@code needs.priority-status-recorded.v1}.
 *
 * @param structure the relay structure's stream, from its UAI for a school
 * @param status REP, REP_PLUS, QPV, RURAL_FRAGILE or NONE
 * @param source DIRECTORY, PRIORITY_LIST or FORM
 * @param statedOn date of the statement, Europe/Paris
 */
public record PriorityStatusRecorded(String structure, String status, String source, LocalDate statedOn) {}
