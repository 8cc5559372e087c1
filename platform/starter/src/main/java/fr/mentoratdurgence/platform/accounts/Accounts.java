package fr.mentoratdurgence.platform.accounts;

import fr.mentoratdurgence.platform.SystemFault;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Logins of the people of this service, in Keycloak. Each act may be repeated after a failure at any point: an account
 * that was made for this person and not yet told to the stream is taken over, never doubled. Where Keycloak does not
 * answer, the same act may be tried again later ({@link AccountsUnavailable}); where it refuses what is asked, trying again changes nothing,
 * and the answer says so ({@link Rejection} for what the team can mend, {@link SystemFault} for what operators must).
 */
public final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    /** The attribute that says whose login it is. */
    static final String PERSON = "person";

    private static final int DRAWS = 5;

    private final AccountsSettings settings;
    private final LoginServer server;
    private final RestClient admin;

    private record Group(String id, String name) {}

    private record User(
            String id, String username, @Nullable Map<String, List<String>> attributes) {

        boolean isOf(String person) {
            return attributes != null && List.of(person).equals(attributes.get(PERSON));
        }
    }

    Accounts(AccountsSettings settings) {
        this.settings = settings;
        this.server = new LoginServer(settings);
        this.admin = server.admin();
    }

    /**
     * Makes the login of somebody.
     *
     * @throws Rejection           where Keycloak does not accept the name or the address
     * @throws AccountsUnavailable where Keycloak does not answer
     */
    public Login open(Holder holder) {
        return LoginServer.reaching(() -> {
            String token = server.token();
            String password = Spoken.password();
            Optional<User> begun = find(token, holder.person());
            if (begun.isPresent()) {
                // an earlier attempt ended between Keycloak and our stream
                resetPassword(token, begun.get().id(), password);
                return login(begun.get(), password);
            }
            return create(token, holder, password);
        });
    }

    /**
     * A new password for a login that exists; whoever is logged in with it is logged out everywhere.
     *
     * @param record told before anything changes, so that no password is ever renewed without a trace; may refuse
     * @throws Rejection where the login is not there any more, or not this person's
     */
    public Login renew(String account, String person, Runnable record) {
        return LoginServer.reaching(() -> {
            String token = server.token();
            User user = owned(token, account, person);
            record.run();
            String password = Spoken.password();
            resetPassword(token, user.id(), password);
            logOut(token, user.id());
            return login(user, password);
        });
    }

    /**
     * How somebody is called, and where the login server writes to from now on, such as for a forgotten password; the name
     * of the login and its group stay.
     *
     * @throws Rejection           where Keycloak does not accept the name or the address
     * @throws AccountsUnavailable where Keycloak does not answer
     */
    public void correct(String account, Holder holder) {
        LoginServer.reaching(() -> {
            try {
                put(server.token(), LoginServer.idOf(account), holder);
            } catch (HttpClientErrorException.NotFound gone) {
                LOG.debug("a login is gone", gone);
            }
            return account;
        });
    }

    /**
     * The same where the role may be another one: the login is in the holder's group alone from now on, and whoever is
     * logged in with it is logged out everywhere.
     *
     * @param others groups that the login may have been in; none = its group stays, and so do its sessions
     * @param record told before anything changes; may refuse
     */
    public void change(String account, Holder holder, List<String> others, Runnable record) {
        LoginServer.reaching(() -> {
            String token = server.token();
            User user = owned(token, account, holder.person());
            record.run();
            put(token, user.id(), holder);
            if (!others.isEmpty()) {
                // first in, then out: a login in no group of ours is not ours to touch
                member(token, HttpMethod.PUT, user.id(), holder.group());
                others.forEach(group -> member(token, HttpMethod.DELETE, user.id(), group));
                logOut(token, user.id());
            }
            return account;
        });
    }

    private void put(String token, String id, Holder holder) {
        Map<String, Object> user = new HashMap<>(said(holder));
        user.put("email", holder.email()); // none takes away the one that was there
        try {
            admin.put()
                    .uri("/users/{id}", id)
                    .headers(h -> h.setBearerAuth(token))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(user)
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException.BadRequest refused) {
            throw notAccepted(refused);
        }
    }

    /** Puts a login into a group, or takes it out; who is there already, or is not, stays so. */
    private void member(String token, HttpMethod act, String id, String group) {
        Group found = admin.get()
                .uri("/group-by-path/{group}", group)
                .headers(h -> h.setBearerAuth(token))
                .retrieve()
                .body(Group.class);
        if (found == null) {
            throw new RestClientException("no such group of the realm");
        }
        admin.method(act)
                .uri("/users/{id}/groups/{group}", id, found.id())
                .headers(h -> h.setBearerAuth(token))
                .retrieve()
                .toBodilessEntity();
    }

    /**
     * A login that was not made here, such as one of a directory that the realm is joined to.
     *
     * @throws Rejection where the realm has no such login
     */
    public Member member(String username) {
        return LoginServer.reaching(() -> {
            String token = server.token();
            LoginServer.Described user = Arrays.stream(Objects.requireNonNullElse(
                            admin.get()
                                    .uri("/users?username={name}&exact=true&briefRepresentation=false", username)
                                    .headers(h -> h.setBearerAuth(token))
                                    .retrieve()
                                    .body(LoginServer.Described[].class),
                            new LoginServer.Described[0]))
                    .findFirst()
                    .orElseThrow(() -> new Rejection(AccountRejection.ACCOUNT_MISSING));
            Group[] groups = admin.get()
                    .uri("/users/{id}/groups", user.id())
                    .headers(h -> h.setBearerAuth(token))
                    .retrieve()
                    .body(Group[].class);
            return user.in(Arrays.stream(Objects.requireNonNullElse(groups, new Group[0]))
                    .map(Group::name)
                    .toList());
        });
    }

    /** This login is this person's from now on; nothing else of it changes. */
    public void belongsTo(Member member, String person) {
        LoginServer.reaching(() -> {
            Map<String, List<String>> attributes = new HashMap<>(member.attributes());
            attributes.put(PERSON, List.of(person));
            admin.put()
                    .uri("/users/{id}", LoginServer.idOf(member.account()))
                    .headers(h -> h.setBearerAuth(server.token()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "firstName", member.firstName(),
                            "lastName", member.lastName(),
                            "email", member.email(),
                            "attributes", attributes))
                    .retrieve()
                    .toBodilessEntity();
            return person;
        });
    }

    /** What the login says of a person. */
    private static Map<String, Object> said(Holder holder) {
        return Map.of(
                "firstName", holder.firstName(),
                "lastName", holder.lastName(),
                "emailVerified", false,
                "attributes", attributes(holder));
    }

    /**
     * The short name that this person logs in with.
     *
     * @throws Rejection where the login is not there any more, or not this person's
     */
    public String username(String account, String person) {
        return LoginServer.reaching(() -> owned(server.token(), account, person).username());
    }

    /**
     * Removes a login; one that is gone already is no failure. Its sessions end first: removing a user alone would
     * leave them open at the gateway.
     *
     * @throws SystemFault         where Keycloak answers, and refuses
     * @throws AccountsUnavailable where Keycloak does not answer
     */
    void remove(String account) {
        LoginServer.reaching(() -> {
            String token = server.token();
            String id = LoginServer.idOf(account);
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

    private User owned(String token, String account, String person) {
        User user = user(token, LoginServer.idOf(account));
        if (user == null || !user.isOf(person)) {
            throw new Rejection(AccountRejection.ACCOUNT_MISSING);
        }
        return user;
    }

    private static Login login(User user, String password) {
        return new Login("account-" + user.id(), user.username(), password);
    }

    private Login create(String token, Holder holder, String password) {
        for (int draw = 1; ; draw++) {
            String username = Spoken.login();
            try {
                return new Login("account-" + create(token, holder, username, password), username, password);
            } catch (HttpClientErrorException.Conflict taken) {
                // two people may share a mailbox: only the name that was drawn can be somebody's already
                if (draw == DRAWS) {
                    throw taken;
                }
            } catch (HttpClientErrorException.BadRequest refused) {
                throw notAccepted(refused);
            }
        }
    }

    private String create(String token, Holder holder, String username, String password) {
        Map<String, Object> user = new HashMap<>(said(holder));
        user.putAll(Map.of(
                "username",
                username,
                "enabled",
                true,
                "groups",
                List.of("/" + holder.group()),
                "credentials",
                List.of(credential(password))));
        if (!holder.email().isEmpty()) {
            user.put("email", holder.email());
        }
        ResponseEntity<Void> created = admin.post()
                .uri("/users")
                .headers(h -> h.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(user)
                .retrieve()
                .toBodilessEntity();
        URI location = created.getHeaders().getLocation();
        if (location == null) {
            throw new RestClientException("no location of the new account");
        }
        return location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
    }

    private static Map<String, List<String>> attributes(Holder holder) {
        Map<String, List<String>> attributes = new HashMap<>(holder.attributes());
        attributes.put(PERSON, List.of(holder.person()));
        return attributes;
    }

    /** The login that was made for this person, also where nobody was told of it. */
    private Optional<User> find(String token, String person) {
        User[] found = admin.get()
                .uri("/users?q={person}&exact=true&briefRepresentation=false", PERSON + ":" + person)
                .headers(h -> h.setBearerAuth(token))
                .retrieve()
                .body(User[].class);
        return found == null
                ? Optional.empty()
                : Arrays.stream(found).filter(user -> user.isOf(person)).findFirst();
    }

    /** Keycloak names the field; its answer may hold what was typed, so nothing else of it is used. */
    private static Rejection notAccepted(HttpClientErrorException.BadRequest refused) {
        String answer = refused.getResponseBodyAsString();
        boolean name = answer.contains("\"firstName\"") || answer.contains("\"lastName\"");
        LOG.warn("Keycloak does not accept {} of a person", name ? "the name" : "the address");
        return new Rejection(name ? AccountRejection.ACCOUNT_PERSON_REFUSED : AccountRejection.ACCOUNT_ADDRESS_REFUSED);
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
}
