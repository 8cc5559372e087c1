package fr.mentoratdurgence.platform;

import java.util.List;

/** What a service listens to. Each event id is given once, in one transaction with all that follows from it. */
public interface Inbox {

    /** Topics to hear from their very beginning. */
    List<String> topics();

    /** Reacts; a type that is of no interest is left alone silently. */
    void on(ReceivedEvent event);
}
