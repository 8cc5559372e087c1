package fr.mentoratdurgence.mentor.accounts;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Logins of mentors in Keycloak. Each act may be repeated after a failure at any point: an account that was made for
 * this mentor and not yet told to the stream is taken over, never doubled.
 */
public final class Accounts {
    private static final String ROLE = "mentor";
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final AccountsSettings settings;
    private final RestClient realm;
    private final RestClient admin;

    /** What the référent tells the mentor. */
    public record Login(String account, String username, String temporaryPassword) {

        /** Does not show the password. */
        @Override
        public String toString() {
            return "Login[" + account + "]";
        }
    }

    private record User(String id, @Nullable Map<String, List<String>> attributes) {}

    Accounts(AccountsSettings settings) {
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

    /**
     * Makes the login of a mentor.
     *
     * @throws Rejection           where the address is the login of somebody else
     * @throws AccountsUnavailable where Keycloak does not answer
     */
    public Login open(String mentor, Identity identity) {
        return reaching(() -> {
            String token = token();
            String password = TemporaryPassword.next();
            String id = create(token, mentor, identity, password);
            grantRole(token, id);
            return new Login("account-" + id, identity.email(), password);
        });
    }

    /** A new password for a login that exists. */
    public Login renew(String account, Identity identity) {
        return reaching(() -> {
            String password = TemporaryPassword.next();
            resetPassword(token(), idOf(account), password);
            return new Login(account, identity.email(), password);
        });
    }

    /**
     * Removes a login; one that is gone already is no failure.
     *
     * @return whether it is gone; false where Keycloak answers, and refuses this one
     * @throws AccountsUnavailable where Keycloak does not answer
     */
    boolean remove(String account) {
        return reaching(() -> {
            String token = token();
            HttpStatusCode status = admin.delete()
                    .uri("/users/{id}", idOf(account))
                    .headers(h -> h.setBearerAuth(token))
                    .retrieve()
                    .onStatus(HttpStatusCode::is4xxClientError, (_, _) -> {})
                    .toBodilessEntity()
                    .getStatusCode();
            return status.is2xxSuccessful() || status.equals(HttpStatus.NOT_FOUND);
        });
    }

    private String create(String token, String mentor, Identity identity, String password) {
        try {
            ResponseEntity<Void> created = admin.post()
                    .uri("/users")
                    .headers(h -> h.setBearerAuth(token))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "username", identity.email(),
                            "email", identity.email(),
                            "firstName", identity.firstName(),
                            "lastName", identity.lastName(),
                            "enabled", true,
                            "emailVerified", false,
                            "attributes", Map.of("mentor", List.of(mentor)),
                            "credentials", List.of(credential(password))))
                    .retrieve()
                    .toBodilessEntity();
            URI location = created.getHeaders().getLocation();
            if (location == null) {
                throw new RestClientException("no location of the new account");
            }
            return location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
        } catch (HttpClientErrorException.Conflict taken) {
            return takeOver(token, mentor, identity, password);
        }
    }

    /** An earlier attempt may have ended between Keycloak and our stream; anybody else's account stays untouched. */
    private String takeOver(String token, String mentor, Identity identity, String password) {
        User[] found = admin.get()
                .uri("/users?username={name}&exact=true", identity.email())
                .headers(h -> h.setBearerAuth(token))
                .retrieve()
                .body(User[].class);
        for (User user : found == null ? new User[0] : found) {
            Map<String, List<String>> attributes = user.attributes();
            if (attributes != null && List.of(mentor).equals(attributes.get("mentor"))) {
                resetPassword(token, user.id(), password);
                return user.id();
            }
        }
        throw new Rejection(AccountRejection.ACCOUNT_NAME_TAKEN);
    }

    private void grantRole(String token, String id) {
        Map<String, Object> role = admin.get()
                .uri("/roles/{role}", ROLE)
                .headers(h -> h.setBearerAuth(token))
                .retrieve()
                .body(OBJECT);
        admin.post()
                .uri("/users/{id}/role-mappings/realm", id)
                .headers(h -> h.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(List.of(role == null ? Map.of("name", ROLE) : role))
                .retrieve()
                .toBodilessEntity();
    }

    private void resetPassword(String token, String id, String password) {
        admin.put()
                .uri("/users/{id}/reset-password", id)
                .headers(h -> h.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(credential(password))
                .retrieve()
                .toBodilessEntity();
    }

    private Map<String, Object> credential(String password) {
        return Map.of("type", "password", "value", password, "temporary", settings.changeAtFirstLogin());
    }

    private String token() {
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

    private static String idOf(String account) {
        return account.substring("account-".length());
    }

    private static <T> T reaching(Supplier<T> calls) {
        try {
            return calls.get();
        } catch (RestClientException failed) {
            throw new AccountsUnavailable(failed);
        }
    }
}
