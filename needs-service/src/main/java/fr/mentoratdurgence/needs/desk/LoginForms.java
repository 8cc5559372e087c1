package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.accounts.AccountsUnavailable;
import fr.mentoratdurgence.platform.accounts.Login;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Answers an act on a login: the password that is told by telephone is in the answer, shown once and kept nowhere. */
@Component
class LoginForms {
    private final FormAct forms;
    private final Texts texts;

    LoginForms(FormAct forms, Texts texts) {
        this.forms = forms;
        this.texts = texts;
    }

    /**
     * Acts.
     *
     * @param act  answers with the login where it is to be told by telephone
     * @param path where the form stood
     * @param page the same, to show what could not be done or what is shown once
     */
    ModelAndView answer(
            Supplier<Optional<Login>> act,
            JustDone done,
            String path,
            Supplier<ModelAndView> page,
            HttpServletResponse response) {
        try {
            return forms.answer(
                    () -> act.get()
                            .map(login -> shownOnce(page.get(), login, response))
                            .orElseGet(() -> FormAct.done(done, null, path)),
                    page);
        } catch (AccountsUnavailable _) {
            ModelAndView again = page.get().addObject("refus", texts.of("comptes.indisponible"));
            again.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            return again;
        }
    }

    /** No redirect: it would have to carry the password. */
    private static ModelAndView shownOnce(ModelAndView page, Login login, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return page.addObject("acces", login);
    }
}
