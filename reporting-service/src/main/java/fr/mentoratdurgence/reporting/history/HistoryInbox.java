package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears all that the services tell and keeps it, whether this build understands it or not. */
@Component
class HistoryInbox implements Inbox {
    private final History history;

    HistoryInbox(History history) {
        this.history = history;
    }

    @Override
    public List<String> topics() {
        return List.of("needs.v1", "mentors.v1", "matching.v1", "followup.v1");
    }

    @Override
    public void on(ReceivedEvent event) {
        history.append(event);
    }
}
