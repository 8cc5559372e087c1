package fr.mentoratdurgence.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What may differ from one installation to the next.
 *
 * @param publicOrigin the only origin that browsers use, e.g. {@code https://mentorat.example}
 * @param issuer the realm as browsers and tokens name it
 * @param issuerInternal the same realm as the gateway reaches it
 * @param clientSecret proves to Keycloak that the gateway is the gateway
 * @param sessionKey seals the sessions; shared by all instances. Empty on a local machine = a new one at each start
 * @param addressMemory for how long the address of a service is believed, at most; whole seconds
 * @param nameServer {@code host:port} that is asked for addresses; empty = those of this machine
 * @param contactAddress where people write to the operation; empty = pages name none
 * @param services where each service answers, by its name: one address or more, {@code http://host:port}
 * @param trustedProxies networks ({@code 10.0.0.0/8}) whose word counts on where a visitor comes from; empty = nobody's
 * @param frontEnds origins of other web front ends, which use the visitor's session through the APIs; they are trusted
 *     as our own pages are
 */
@ConfigurationProperties("gateway")
public record GatewaySettings(
        URI publicOrigin,
        URI issuer,
        URI issuerInternal,
        String clientSecret,
        String sessionKey,
        Duration addressMemory,
        String nameServer,
        String contactAddress,
        Map<String, List<URI>> services,
        List<String> trustedProxies,
        List<URI> frontEnds,
        Limits limits) {

    private static final int SHORTEST_KEY = 32;

    public GatewaySettings {
        if (!publicOrigin.equals(URI.create(originOf(publicOrigin)))) {
            throw new IllegalArgumentException(
                    "PUBLIC_ORIGIN is scheme://host[:port] and nothing after it, not " + publicOrigin);
        }
        services.forEach((name, addresses) -> {
            if (addresses.isEmpty() || !addresses.stream().allMatch(GatewaySettings::isInside)) {
                throw new IllegalArgumentException(
                        "the addresses of " + name + " are http://host:port, with commas between, not " + addresses);
            }
        });
        for (URI frontEnd : frontEnds) {
            boolean origin = frontEnd.equals(URI.create(originOf(frontEnd)));
            if (!origin || (isSecure(publicOrigin) && !isSecure(frontEnd))) {
                throw new IllegalArgumentException(
                        "FRONT_ENDS are scheme://host[:port] separated by commas, by https where PUBLIC_ORIGIN is, not "
                                + frontEnd);
            }
        }
        if (sessionKey.isEmpty() ? isSecure(publicOrigin) : sessionKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("SESSION_KEY must have at least 32 characters");
        }
    }

    /**
     * How much one visitor may send.
     *
     * @param clientPerMinute requests of one network address; a whole school may share one
     * @param linksPerMinute links of letters that one network address may try; nobody guesses one, and nobody should try
     * @param accountPerMinute requests of one logged-in account
     * @param formsPerMinute what one network address may send without a login
     * @param sameFormPerMinute how often the same may be sent without a login, from anywhere
     * @param body the largest request
     * @param importBody the largest file of an import
     * @param formWithin how long a body may take to arrive that is no import
     * @param streams pages of one account that may keep themselves up to date at once
     */
    public record Limits(
            long clientPerMinute,
            long linksPerMinute,
            long accountPerMinute,
            long formsPerMinute,
            long sameFormPerMinute,
            DataSize body,
            DataSize importBody,
            Duration formWithin,
            int streams,
            Duration betweenReads,
            Duration wholeRequest) {}

    /** True where browsers come by TLS: cookies are then bound to it. */
    public boolean secure() {
        return isSecure(publicOrigin);
    }

    /** The name of the session cookie; the prefix makes browsers refuse it from anywhere else. */
    public String sessionCookie() {
        return secure() ? "__Host-SESSION" : "SESSION";
    }

    /** The name of the cookie of who came by the link of a letter. */
    public String linkCookie() {
        return secure() ? "__Host-LINK" : "LINK";
    }

    /** Where the login pages are, as browsers see them. */
    public String loginOrigin() {
        return originOf(issuer);
    }

    private static boolean isInside(URI address) {
        return address.toString().equals("http://" + address.getHost() + ":" + address.getPort());
    }

    private static boolean isSecure(URI origin) {
        return "https".equals(origin.getScheme());
    }

    private static String originOf(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
