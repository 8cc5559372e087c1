package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.platform.Hearing;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.PublisherPosition;
import fr.mentoratdurgence.reporting.webhooks.WebhookOutbox;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears all that the services tell and keeps it, whether this build understands it or not. */
@Component
class HistoryInbox implements Inbox {
    static final List<String> TOPICS = List.of("needs.v1", "mentors.v1", "matching.v1", "followup.v1");

    private final Hearing hearing;
    private final PublisherPositions positions;

    HistoryInbox(History history, PublisherPositions positions, WebhookOutbox partners) {
        this.hearing = Hearing.ofAll(TOPICS, fact -> {
            history.append(fact);
            partners.heard(fact);
        });
        this.positions = positions;
    }

    @Override
    public Hearing hearing() {
        return hearing;
    }

    @Override
    public void heard(String source, PublisherPosition position) {
        positions.told(source, position);
    }
}
