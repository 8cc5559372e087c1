package fr.mentoratdurgence.platform.accounts;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.links.Links;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the link of an invitation leads ({@link AccessPurpose}): the first password, shown
 * once and to be changed at the first login. The link has done its work then, and opens no more.
 */
@Controller
class AccessPages {
    private static final String LINK = "link-";

    private final Accounts accounts;
    private final Links links;

    AccessPages(Accounts accounts, Links links) {
        this.accounts = accounts;
        this.links = links;
    }

    @PostMapping("${mentorat.links.path}/acces")
    ModelAndView access(Person person, HttpServletResponse response) {
        String account = person.link();
        if (account == null) {
            throw new Rejection(AccountRejection.ACCOUNT_MISSING);
        }
        // the invitation is the fact: the link that it brought opens until this has worked once
        Login login = accounts.renew(account, person.account().substring(LINK.length()), () -> {});
        links.revokeSubject(account);
        response.setHeader("Cache-Control", "no-store");
        return new ModelAndView("accounts/access").addObject("acces", login);
    }
}
