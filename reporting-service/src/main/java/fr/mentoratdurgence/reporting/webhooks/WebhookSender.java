package fr.mentoratdurgence.reporting.webhooks;

import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends what waits for an address, in its order, when a deadline says so; what does not arrive sets the next deadline
 * itself, so that an address that is away is no failure of ours and nobody is woken by it. Called in the transaction of
 * the deadline: who is killed in between sends at most once more, under the same id.
 */
class WebhookSender {
    private static final int AT_ONCE = 20;
    private static final Duration AT_MOST = Duration.ofSeconds(20);
    /** What has arrived; older facts that are heard again are told nobody, for they may have arrived. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int GONE = 410;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private final WebhookBook book;
    private final WebhookPost post;
    private final Deadlines deadlines;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookSender(WebhookBook book, WebhookPost post, Deadlines deadlines, WebhookSettings settings, Clock clock) {
        this.book = book;
        this.post = post;
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
    }

    /** The deadline's subject is the address. */
    void pass(Deadline due) {
        book.take(due.subject())
                .filter(webhook -> webhook.pausedAt() == null)
                // whoever set this did not know that it fails: its own next deadline is set
                .filter(webhook -> webhook.nextAt() == null || !webhook.nextAt().isAfter(clock.instant()))
                .ifPresent(this::send);
    }

    private void send(WebhookRow webhook) {
        String secret = book.secret(webhook.webhook());
        long begun = System.nanoTime();
        for (int sent = 0; ; sent++) {
            Optional<DeliveryRow> next = book.next(webhook.webhook());
            if (next.isEmpty()) {
                break;
            }
            if (sent == AT_ONCE || System.nanoTime() - begun > AT_MOST.toNanos()) {
                wake(webhook.webhook(), clock.instant());
                break;
            }
            DeliveryRow delivery = next.get();
            int status = post.send(webhook.url(), delivery.fact(), delivery.content(), secret, clock.instant());
            boolean arrived = status >= 200 && status < 300;
            book.tried(delivery.number(), status, clock.instant(), arrived);
            if (!arrived) {
                fails(webhook, status);
                return;
            }
        }
        book.works(webhook.webhook());
        book.forget(webhook.webhook(), clock.instant().minus(KEPT));
    }

    private void fails(WebhookRow webhook, int status) {
        Instant now = clock.instant();
        Instant next = now.plus(PAUSES.get(Math.min(webhook.failures(), PAUSES.size() - 1)));
        boolean paused = status == GONE
                || (webhook.failingSince() != null
                        && webhook.failingSince().plus(settings.giveUp()).isBefore(now));
        book.fails(webhook.webhook(), now, next, paused);
        if (!paused) {
            wake(webhook.webhook(), next);
        }
    }

    /** In the caller's transaction. */
    void wake(String webhook, Instant at) {
        deadlines.set(Deadline.of(WebhookDeadline.WEBHOOK_DELIVERY, webhook, "wake-" + book.wake(webhook), at));
    }
}
