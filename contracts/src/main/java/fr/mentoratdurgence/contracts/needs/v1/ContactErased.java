package fr.mentoratdurgence.contracts.needs.v1;

import java.time.LocalDate;

/**
 * The contact of a need is erased: what others keep of this person goes too.
 *
 * <p>Topic {@code needs.v1}, key {@code need}, type {@code needs.contact-erased.v1}.
 *
 * @param need the need's stream in needs-service
 * @param erasedOn day, Europe/Paris
 */
public record ContactErased(String need, LocalDate erasedOn) {}
