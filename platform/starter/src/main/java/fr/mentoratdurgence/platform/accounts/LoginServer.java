package fr.mentoratdurgence.platform.accounts;

import fr.mentoratdurgence.platform.SystemFault;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The login server as this service reaches it, by the service account of its own. */
final class LoginServer {
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final AccountsSettings settings;
    private final RestClient realm;
    private final RestClient admin;

    /** A login with all that the login server says of it. */
    record Described(
            String id,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable Map<String, List<String>> attributes) {

        Member in(List<String> groups) {
            Map<String, List<String>> said = attributes == null ? Map.of() : attributes;
            List<String> person = said.getOrDefault(Accounts.PERSON, List.of());
            return new Member(
                    "account-" + id,
                    person.isEmpty() ? null : person.getFirst(),
                    Objects.requireNonNullElse(firstName, ""),
                    Objects.requireNonNullElse(lastName, ""),
                    Objects.requireNonNullElse(email, ""),
                    groups,
                    said);
        }
    }

    LoginServer(AccountsSettings settings) {
        this.settings = settings;
        JdkClientHttpRequestFactory calls = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.timeout()).build());
        calls.setReadTimeout(settings.timeout());
        this.realm = RestClient.builder()
                .requestFactory(calls)
                .baseUrl(settings.realm())
                .build();
        this.admin = RestClient.builder()
                .requestFactory(calls)
                .baseUrl(settings.realm().replace("/realms/", "/admin/realms/"))
                .build();
    }

    /** Calls of the administration, each with a {@link #token()}. */
    RestClient admin() {
        return admin;
    }

    String token() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        Map<String, Object> answer = realm.post()
                .uri("/protocol/openid-connect/token")
                .headers(h -> h.setBasicAuth(settings.clientId(), settings.clientSecret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(OBJECT);
        if (answer == null || !(answer.get("access_token") instanceof String token)) {
            throw new RestClientException("no token for the service account");
        }
        return token;
    }

    static String idOf(String account) {
        return account.substring("account-".length());
    }

    /**
     * What these calls answer.
     *
     * @throws SystemFault         where the server answers, and refuses
     * @throws AccountsUnavailable where it does not answer
     */
    static <T> T reaching(Supplier<T> calls) {
        try {
            return calls.get();
        } catch (HttpClientErrorException refused) {
            // not its body, which may hold an address
            throw new SystemFault("ACCOUNTS_REFUSED", refused.getStatusCode().value());
        } catch (RestClientException failed) {
            throw new AccountsUnavailable(failed);
        }
    }
}
