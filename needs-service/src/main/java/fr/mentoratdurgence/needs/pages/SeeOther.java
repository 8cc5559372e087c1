package fr.mentoratdurgence.needs.pages;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** After a POST: 303, so that reloading the page does not send again. */
public final class SeeOther {
    /** A path of ours: one slash first, nothing that a browser could take for another host. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\w/.?=&%#:+-]*");

    private SeeOther() {}

    /** Leads to a path of ours. */
    public static ModelAndView at(String path) {
        RedirectView view = new RedirectView(path, false, true, false);
        view.setExpandUriTemplateVariables(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    /** Leads back to where the form stood, if that is a path of ours. */
    public static ModelAndView back(@Nullable String wanted, String otherwise) {
        return at(wanted != null && LOCAL.matcher(wanted).matches() ? wanted : otherwise);
    }
}
