package fr.mentoratdurgence.platform.links;

import java.io.Serial;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller who opened a link: the role {@code link}, and the authority of its one purpose. */
public final class LinkAuthentication extends AbstractAuthenticationToken {
    /** What such callers are in the access rules. */
    public static final String ROLE = "link";

    @Serial
    private static final long serialVersionUID = 1;

    private final transient LinkStatement statement;

    /** Who holds this statement. */
    public LinkAuthentication(LinkStatement statement) {
        super(List.of(
                new SimpleGrantedAuthority("ROLE_" + ROLE), new SimpleGrantedAuthority("LINK_" + statement.purpose())));
        this.statement = statement;
        setAuthenticated(true);
    }

    /** What the link says. */
    public LinkStatement statement() {
        return statement;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return "link-" + statement.person();
    }
}
