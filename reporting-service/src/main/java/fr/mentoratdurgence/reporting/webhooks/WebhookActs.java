package fr.mentoratdurgence.reporting.webhooks;

import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What a partner does with its own addresses, and operators with all. */
class WebhookActs {
    private static final int MOST = 10;
    private static final int LONGEST = 500;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WebhookBook book;
    private final WebhookSender sender;
    private final PublicAddresses addresses;
    private final WebhookSettings settings;
    private final Ids ids;
    private final Clock clock;

    /** @param secret shown this once */
    record Registered(String webhook, String secret) {}

    WebhookActs(
            WebhookBook book,
            WebhookSender sender,
            PublicAddresses addresses,
            WebhookSettings settings,
            Ids ids,
            Clock clock) {
        this.book = book;
        this.sender = sender;
        this.addresses = addresses;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Registered register(@Nullable String url, @Nullable List<HeardKind> kinds, Violations wrong, Person partner) {
        if (kinds == null || kinds.isEmpty()) {
            wrong.add("kinds", "webhook.faits.manquent");
        }
        String address = url == null ? "" : url.strip();
        if (!mayBeTold(address)) {
            wrong.add("url", settings.local() ? "webhook.adresse.essai" : "webhook.adresse");
        }
        wrong.throwIfAny();
        if (book.of(partner.account()).size() >= MOST) {
            throw new Rejection(WebhookRejection.TOO_MANY_WEBHOOKS, Map.of("most", String.valueOf(MOST)));
        }
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        Registered registered = new Registered(
                ids.next("webhook"),
                WebhookPost.SECRET_PREFIX + Base64.getEncoder().encodeToString(random));
        List<String> codes = (kinds == null ? List.<HeardKind>of() : kinds)
                .stream().distinct().map(Enum::name).toList();
        if (!book.add(registered.webhook(), partner.account(), address, codes, registered.secret(), clock.instant())) {
            throw new Rejection(WebhookRejection.WEBHOOK_KNOWN);
        }
        return registered;
    }

    private boolean mayBeTold(String url) {
        try {
            URI address = URI.create(url);
            boolean enciphered =
                    "https".equals(address.getScheme()) || (settings.local() && "http".equals(address.getScheme()));
            return enciphered
                    && url.length() <= LONGEST
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && addresses.resolve(address.getHost()).length > 0;
        } catch (IllegalArgumentException | UnknownHostException _) {
            return false;
        }
    }

    List<WebhookRow> visibleTo(Person person) {
        return person.has("ops") ? book.all() : book.of(person.account());
    }

    WebhookRow find(String webhook, Person person) {
        return book.find(webhook)
                .filter(row -> person.has("ops") || row.partner().equals(person.account()))
                .orElseThrow(() -> new Rejection(WebhookRejection.UNKNOWN_WEBHOOK));
    }

    List<DeliveryRow> deliveries(WebhookRow webhook, int most) {
        return book.last(webhook.webhook(), most);
    }

    @Transactional
    void remove(WebhookRow webhook) {
        book.remove(webhook.webhook());
    }

    /** Tries at once what waits, also after a pause. */
    @Transactional
    void resume(WebhookRow webhook) {
        book.works(webhook.webhook());
        sender.wake(webhook.webhook(), clock.instant());
    }
}
