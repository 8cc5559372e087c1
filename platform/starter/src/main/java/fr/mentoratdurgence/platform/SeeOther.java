package fr.mentoratdurgence.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** After a POST: 303, so that reloading the page does not send again; only ever to a page of ours. */
public final class SeeOther {
    /**
     * A path of ours: one slash first, and nothing that a browser drops or turns round (a backslash, a tab, a line
     * break) until two slashes, hence another host, are left.
     */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\w\\-/?=&.%+,:~]*(?:#[\\w\\-]*)?");

    private SeeOther() {}

    /** Leads to a path of ours. */
    public static ModelAndView at(String path) {
        return new ModelAndView(new Lead(path));
    }

    /** Leads to a path of ours, with a word for whoever carries the answer. */
    public static ModelAndView at(String path, String header, String word) {
        return new ModelAndView(new Lead(path) {
            @Override
            protected void sendRedirect(
                    HttpServletRequest request, HttpServletResponse response, String url, boolean http10Compatible)
                    throws IOException {
                response.setHeader(header, word);
                super.sendRedirect(request, response, url, http10Compatible);
            }
        });
    }

    private static class Lead extends RedirectView {
        Lead(String path) {
            super(path, false, true, false);
            setExpandUriTemplateVariables(false);
            setStatusCode(HttpStatus.SEE_OTHER);
        }
    }

    /** Leads back to where the form stood, if that is a path of ours. */
    public static ModelAndView back(@Nullable String wanted, String otherwise) {
        return at(local(wanted, otherwise));
    }

    /** The wanted address, if it is a path of ours. */
    public static String local(@Nullable String wanted, String otherwise) {
        return wanted != null && LOCAL.matcher(wanted).matches() ? wanted : otherwise;
    }
}
