package fr.mentoratdurgence.reporting.webhooks;

import fr.mentoratdurgence.platform.watch.Gauges;
import fr.mentoratdurgence.platform.watch.Readings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Partners who are not reached any more: somebody has to tell them otherwise. */
@Component
class WebhookGauges implements Gauges {
    private final JdbcClient db;

    WebhookGauges(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void read(Readings readings) {
        readings.count("mentorat.webhooks.paused", db, "select count(*) from webhook where paused_at is not null");
    }
}
