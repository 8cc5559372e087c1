package fr.mentoratdurgence.reporting.webhooks;

import fr.mentoratdurgence.sealing.Mark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one delivery to one address, signed as Standard Webhooks has it: HMAC-SHA-256 over id, time and content. It goes
 * nowhere else than to that address, and what is answered is not read.
 */
class WebhookPost implements AutoCloseable {
    /** Nothing was answered. */
    static final int SILENCE = 0;

    static final String SECRET_PREFIX = "whsec_";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookPost.class);

    private final CloseableHttpClient http;

    WebhookPost(WebhookSettings settings, PublicAddresses addresses) {
        Timeout patience = Timeout.of(settings.patience());
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(patience).build())
                .setUserAgent("mentorat-durgence")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** The status that was answered, or {@link #SILENCE}. */
    int send(String url, String id, String content, String secret, Instant now) {
        String time = String.valueOf(now.getEpochSecond());
        try {
            HttpPost post = new HttpPost(url);
            post.setHeader("webhook-id", id);
            post.setHeader("webhook-timestamp", time);
            post.setHeader("webhook-signature", signature(secret, id, time, content));
            post.setEntity(new StringEntity(content, ContentType.APPLICATION_JSON));
            try (ClassicHttpResponse answer = http.executeOpen(null, post, null)) {
                return answer.getCode();
            }
        } catch (IOException | RuntimeException silent) {
            // not its message, which names the address
            LOG.info("a webhook was not answered: {}", silent.getClass().getSimpleName());
            return SILENCE;
        }
    }

    static String signature(String secret, String id, String time, String content) {
        byte[] key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
        byte[] signed = (id + "." + time + "." + content).getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(Mark.of(key, signed));
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
