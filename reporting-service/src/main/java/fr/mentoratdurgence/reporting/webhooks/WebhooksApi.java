package fr.mentoratdurgence.reporting.webhooks;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a partner wants to be told what becomes of its needs. */
@RestController
@RequestMapping("/api/reporting/v1/webhooks")
class WebhooksApi {
    private static final int LAST = 50;

    private final WebhookActs acts;

    WebhooksApi(WebhookActs acts) {
        this.acts = acts;
    }

    record Registration(@Nullable String url, @Nullable List<HeardKind> kinds) {}

    /**
     * An address and how it fares.
     *
     * @param failingSince since when nothing arrives there
     * @param pausedAt     since when it is not tried any more, until it is resumed
     * @param waiting      what has not arrived yet
     */
    record Webhook(
            String webhook,
            String url,
            List<String> kinds,
            Instant createdAt,
            @Nullable Instant failingSince,
            @Nullable Instant pausedAt,
            int waiting) {

        static Webhook of(WebhookRow row) {
            return new Webhook(
                    row.webhook(),
                    row.url(),
                    row.kinds(),
                    row.createdAt(),
                    row.failingSince(),
                    row.pausedAt(),
                    row.waiting());
        }
    }

    /**
     * One fact that was told, or waits to be.
     *
     * @param id         the header {@code webhook-id}
     * @param lastStatus what the address answered last; 0 where it did not
     */
    record Delivery(
            String id,
            String kind,
            Instant since,
            int attempts,
            @Nullable Instant lastAt,
            @Nullable Integer lastStatus,
            @Nullable Instant deliveredAt) {

        static Delivery of(DeliveryRow row) {
            return new Delivery(
                    row.fact(),
                    row.kind(),
                    row.toldAt(),
                    row.attempts(),
                    row.lastAt(),
                    row.lastStatus(),
                    row.deliveredAt());
        }
    }

    /** @param deliveries the last ones, the newest first */
    record Detail(Webhook webhook, List<Delivery> deliveries) {}

    /** The secret that signs is in this answer and in no other. */
    @PostMapping
    ResponseEntity<WebhookActs.Registered> register(@RequestBody Registration body, Violations wrong, Person person) {
        WebhookActs.Registered registered = acts.register(body.url(), body.kinds(), wrong, person);
        return ResponseEntity.created(URI.create("/api/reporting/v1/webhooks/" + registered.webhook()))
                .cacheControl(CacheControl.noStore())
                .body(registered);
    }

    @GetMapping
    List<Webhook> list(Person person) {
        return acts.visibleTo(person).stream().map(Webhook::of).toList();
    }

    @GetMapping("/{webhook}")
    Detail one(@PathVariable String webhook, Person person) {
        WebhookRow row = acts.find(webhook, person);
        return new Detail(
                Webhook.of(row),
                acts.deliveries(row, LAST).stream().map(Delivery::of).toList());
    }

    @DeleteMapping("/{webhook}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String webhook, Person person) {
        acts.remove(acts.find(webhook, person));
    }

    @PostMapping("/{webhook}/resumption")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable String webhook, Person person) {
        acts.resume(acts.find(webhook, person));
    }
}
