package fr.mentoratdurgence.platform.letters;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** A provider that takes messages over HTTP. */
class HttpShortMessages implements ShortMessages {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LettersSettings.SmsProvider provider;
    private final RestClient http;

    HttpShortMessages(LettersSettings.SmsProvider provider) {
        this.provider = provider;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public boolean available() {
        return !provider.url().isEmpty();
    }

    @Override
    public void send(String phone, String text, String id) {
        var _ = http.post()
                .uri(provider.url())
                .header("Authorization", "Bearer " + provider.token())
                .header("Idempotency-Key", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("to", phone, "text", text))
                .retrieve()
                .toBodilessEntity();
    }
}
