package fr.mentoratdurgence.platform.accounts;

import fr.mentoratdurgence.platform.letters.Content;
import fr.mentoratdurgence.platform.links.Links;
import java.util.Map;

/** What fills the letters about a login: the same for all who have one. */
public final class AccessLetters {
    private static final String LOGIN = "/oauth2/authorization/keycloak";

    private final Accounts accounts;
    private final AccessPurpose access;
    private final Links links;

    AccessLetters(Accounts accounts, AccessPurpose access, Links links) {
        this.accounts = accounts;
        this.access = access;
        this.links = links;
    }

    /** The login, and the link to its first or next password. */
    public Content invitation(String account, String person) {
        return content(account, person, links.mint(access, person, account));
    }

    /** The login, for who forgot it. */
    public Content reminder(String account, String person) {
        return content(account, person, LOGIN);
    }

    private Content content(String account, String person, String act) {
        return new Content(Map.of("identifiant", accounts.username(account, person)), act);
    }
}
