package fr.mentoratdurgence.mentor.accounts;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.platform.SystemFault;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.typed.Typed;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
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
 * this mentor and not yet told to the stream is taken over, never doubled. Where Keycloak does not answer, the same act
 * may be tried again later ({@link AccountsUnavailable}); where it refuses what is asked, trying again changes nothing,
 * and the answer says so ({@link Rejection} for what the team can mend, {@link SystemFault} for what operators must).
 */
public final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final String ROLE = "mentor";
    private static final int SHORT = 8;
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

    private record User(
            String id, @Nullable String username, @Nullable Map<String, List<String>> attributes) {}

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
     * @throws Rejection           where the address is the login of somebody else, or Keycloak does not accept it
     * @throws AccountsUnavailable where Keycloak does not answer
     */
    public Login open(String mentor, Identity identity) {
        return reaching(() -> {
            String token = token();
            String password = TemporaryPassword.next();
            String id = create(token, mentor, identity, password);
            grantRole(token, id);
            return new Login("account-" + id, username(mentor, identity), password);
        });
    }

    /**
     * A new password for a login that exists; whoever is logged in with it is logged out everywhere.
     *
     * @param record told before anything changes, so that no password is ever renewed without a trace; may refuse
     * @throws Rejection where the login is not there any more, or not this mentor's
     */
    public Login renew(String account, String mentor, Identity identity, Runnable record) {
        return reaching(() -> {
            String token = token();
            String id = idOf(account);
            User user = user(token, id);
            if (!belongsTo(mentor, user)) {
                throw new Rejection(AccountRejection.ACCOUNT_MISSING);
            }
            record.run();
            String password = TemporaryPassword.next();
            resetPassword(token, id, password);
            logOut(token, id);
            String named = user == null ? null : user.username();
            return new Login(account, named == null ? username(mentor, identity) : named, password);
        });
    }

    /**
     * Where the login server writes to from now on, such as for a forgotten password; the name of the login stays. An
     * address that another login has already is none for this one: the server knows each only once.
     */
    public void readdress(String account, Identity identity) {
        reaching(() -> {
            String token = token();
            String id = idOf(account);
            try {
                address(token, id, identity.email());
            } catch (HttpClientErrorException.Conflict shared) {
                LOG.debug("an address is shared", shared);
                address(token, id, "");
            } catch (HttpClientErrorException.NotFound gone) {
                LOG.debug("a login is gone", gone);
            }
            return account;
        });
    }

    private void address(String token, String id, String email) {
        admin.put()
                .uri("/users/{id}", id)
                .headers(h -> h.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", email, "emailVerified", false))
                .retrieve()
                .toBodilessEntity();
    }

    /**
     * Removes a login; one that is gone already is no failure. Its sessions end first: removing a user alone would
     * leave them open at the gateway.
     *
     * @throws SystemFault         where Keycloak answers, and refuses
     * @throws AccountsUnavailable where Keycloak does not answer
     */
    void remove(String account) {
        reaching(() -> {
            String token = token();
            String id = idOf(account);
            try {
                disable(token, id);
                logOut(token, id);
                admin.delete()
                        .uri("/users/{id}", id)
                        .headers(h -> h.setBearerAuth(token))
                        .retrieve()
                        .toBodilessEntity();
            } catch (HttpClientErrorException.NotFound gone) {
                LOG.debug("a login was gone already", gone);
            }
            return account;
        });
    }

    private void disable(String token, String id) {
        admin.put()
                .uri("/users/{id}", id)
                .headers(h -> h.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("enabled", false))
                .retrieve()
                .toBodilessEntity();
    }

    /** Ends all sessions; Keycloak tells the gateway before it answers. */
    private void logOut(String token, String id) {
        admin.post()
                .uri("/users/{id}/logout", id)
                .headers(h -> h.setBearerAuth(token))
                .retrieve()
                .toBodilessEntity();
    }

    private @Nullable User user(String token, String id) {
        try {
            return admin.get()
                    .uri("/users/{id}", id)
                    .headers(h -> h.setBearerAuth(token))
                    .retrieve()
                    .body(User.class);
        } catch (HttpClientErrorException.NotFound gone) {
            LOG.debug("a login is gone", gone);
            return null;
        }
    }

    private static boolean belongsTo(String mentor, @Nullable User user) {
        return user != null
                && user.attributes() != null
                && List.of(mentor).equals(user.attributes().get("mentor"));
    }

    private String create(String token, String mentor, Identity identity, String password) {
        try {
            ResponseEntity<Void> created = admin.post()
                    .uri("/users")
                    .headers(h -> h.setBearerAuth(token))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(representation(mentor, identity, password))
                    .retrieve()
                    .toBodilessEntity();
            URI location = created.getHeaders().getLocation();
            if (location == null) {
                throw new RestClientException("no location of the new account");
            }
            return location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
        } catch (HttpClientErrorException.Conflict taken) {
            return takeOver(token, mentor, identity, password);
        } catch (HttpClientErrorException.BadRequest refused) {
            throw notAccepted(refused);
        }
    }

    private Map<String, Object> representation(String mentor, Identity identity, String password) {
        Map<String, Object> user = new HashMap<>(Map.of(
                "username", username(mentor, identity),
                "firstName", identity.firstName(),
                "lastName", identity.lastName(),
                "enabled", true,
                "emailVerified", false,
                "attributes", Map.of("mentor", List.of(mentor)),
                "credentials", List.of(credential(password))));
        if (!identity.email().isEmpty()) {
            user.put("email", identity.email());
        }
        return user;
    }

    /** The address, or, of who has none, a short name that can be said on the telephone: {@code josette-3f9a01bc}. */
    private static String username(String mentor, Identity identity) {
        if (!identity.email().isEmpty()) {
            return identity.email();
        }
        String number = mentor.substring(mentor.indexOf('-') + 1);
        return Typed.plain(identity.firstName()) + "-" + number.substring(0, Math.min(SHORT, number.length()));
    }

    /** Keycloak names the field; its answer may hold what was typed, so nothing else of it is used. */
    private static Rejection notAccepted(HttpClientErrorException.BadRequest refused) {
        String answer = refused.getResponseBodyAsString();
        boolean name = answer.contains("\"firstName\"") || answer.contains("\"lastName\"");
        LOG.warn("Keycloak does not accept {} of a mentor", name ? "the name" : "the address");
        return new Rejection(name ? AccountRejection.ACCOUNT_PERSON_REFUSED : AccountRejection.ACCOUNT_ADDRESS_REFUSED);
    }

    /** An earlier attempt may have ended between Keycloak and our stream; anybody else's account stays untouched. */
    private String takeOver(String token, String mentor, Identity identity, String password) {
        User[] found = admin.get()
                .uri("/users?username={name}&exact=true", username(mentor, identity))
                .headers(h -> h.setBearerAuth(token))
                .retrieve()
                .body(User[].class);
        for (User user : found == null ? new User[0] : found) {
            if (belongsTo(mentor, user)) {
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
        } catch (HttpClientErrorException refused) {
            // not its body, which may hold an address
            throw new SystemFault("ACCOUNTS_REFUSED", refused.getStatusCode().value());
        } catch (RestClientException failed) {
            throw new AccountsUnavailable(failed);
        }
    }
}
