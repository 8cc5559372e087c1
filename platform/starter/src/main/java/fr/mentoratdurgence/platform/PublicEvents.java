package fr.mentoratdurgence.platform;

/** What a service tells the others: its {@code *Publisher}. */
@FunctionalInterface
public interface PublicEvents {

    /** Which of its events becomes which contract, and which stay at home. */
    Telling telling();
}
