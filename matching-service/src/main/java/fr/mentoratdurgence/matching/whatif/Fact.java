package fr.mentoratdurgence.matching.whatif;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.LocalDate;

/**
 * A stored event.
 *
 * @param day day of its record, Europe/Paris
 */
record Fact(LocalDate day, DomainEvent event) {}
