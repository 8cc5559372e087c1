package fr.mentoratdurgence.reporting.webhooks;

import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import fr.mentoratdurgence.platform.keys.SealedTable;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who tells partners. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhooksConfiguration {
    private static final String PURPOSE = "webhooks";

    @Bean
    WebhookBook webhookBook(JdbcClient db, PersonalDataCipher cipher) {
        return new WebhookBook(db, cipher.forPurpose(PURPOSE));
    }

    @Bean
    SealedTable sealedWebhooks(PersonalDataCipher cipher) {
        return new SealedTable("webhook", "webhook", Map.of("secret_sealed", ""), cipher.forPurpose(PURPOSE));
    }

    @Bean
    PublicAddresses publicAddresses(WebhookSettings settings) {
        return new PublicAddresses(settings.local());
    }

    @Bean
    WebhookPost webhookPost(WebhookSettings settings, PublicAddresses addresses) {
        return new WebhookPost(settings, addresses);
    }

    @Bean
    WebhookOutbox webhookOutbox(WebhookBook book, Deadlines deadlines, Clock clock) {
        return new WebhookOutbox(book, deadlines, clock);
    }

    @Bean
    WebhookSender webhookSender(
            WebhookBook book, WebhookPost post, Deadlines deadlines, WebhookSettings settings, Clock clock) {
        return new WebhookSender(book, post, deadlines, settings, clock);
    }

    @Bean
    OnDeadline onWebhookDelivery(WebhookSender sender) {
        return OnDeadline.of(WebhookDeadline.WEBHOOK_DELIVERY, sender::pass);
    }

    @Bean
    WebhookActs webhookActs(
            WebhookBook book,
            WebhookSender sender,
            PublicAddresses addresses,
            WebhookSettings settings,
            Ids ids,
            Clock clock) {
        return new WebhookActs(book, sender, addresses, settings, ids, clock);
    }
}
