package fr.mentoratdurgence.platform;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.Optional;

/** What a service tells the others: its {@code *Publisher}, an exhaustive switch from domain event to contract. */
public interface PublicEvents {

    /** For example {@code needs.v1}. */
    String topic();

    /** The contract of this fact, or nothing where it stays at home. */
    Optional<Object> translate(DomainEvent event);

    /** The name under which a contract travels, for example {@code needs.need-declared.v1}. */
    String nameOf(Object contract);
}
