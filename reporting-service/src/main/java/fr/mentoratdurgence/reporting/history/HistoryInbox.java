package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.PublisherPosition;
import fr.mentoratdurgence.platform.ReceivedEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears all that the services tell and keeps it, whether this build understands it or not. */
@Component
class HistoryInbox implements Inbox {
    static final List<String> TOPICS = List.of("needs.v1", "mentors.v1", "matching.v1", "followup.v1");

    private final History history;
    private final PublisherPositions positions;

    HistoryInbox(History history, PublisherPositions positions) {
        this.history = history;
        this.positions = positions;
    }

    @Override
    public List<String> topics() {
        return TOPICS;
    }

    @Override
    public void on(ReceivedEvent event) {
        if (event.type().equals(PublisherPosition.TYPE)) {
            positions.told(event.source(), event.as(PublisherPosition.class));
        } else {
            history.append(event);
        }
    }
}
