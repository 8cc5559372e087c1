package fr.mentoratdurgence.reporting.webhooks;

import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts what partners want to hear into rows, in the transaction in which the fact is heard: a rebuild, a replay or an
 * import of history tells nobody anything, and a fact that is heard again is told once.
 */
public class WebhookOutbox {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebhookBook book;
    private final Deadlines deadlines;
    private final Clock clock;

    WebhookOutbox(WebhookBook book, Deadlines deadlines, Clock clock) {
        this.book = book;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** A fact of any service. */
    public void heard(ReceivedEvent event) {
        if (event.time().isAfter(clock.instant().minus(WebhookSender.KEPT))) {
            HeardKind.of(event.type()).ifPresent(kind -> tell(kind, event));
        }
    }

    private void tell(HeardKind kind, ReceivedEvent event) {
        Instant now = clock.instant();
        for (String webhook : book.hearing(kind, kind.need(event.data()), event.time())) {
            book.tell(webhook, event.id(), kind, now, content(kind, event))
                    .ifPresent(number ->
                            deadlines.set(Deadline.of(WebhookDeadline.WEBHOOK_DELIVERY, webhook, number, now)));
        }
    }

    /** As the partner reads it: the shape of Standard Webhooks. */
    private static String content(HeardKind kind, ReceivedEvent event) {
        Map<String, Object> content = new TreeMap<>();
        content.put("type", kind.name());
        content.put("timestamp", event.time().toString());
        content.put("data", kind.told(event.data()));
        return JSON.writeValueAsString(content);
    }
}
