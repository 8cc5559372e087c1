package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Texts.Fault;
import fr.mentoratdurgence.platform.domain.Rejection;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a form, the same way everywhere. Done: 303, back to where the form stood. To be mended: the page with the form
 * again, as typed, 422, each fault at its field ({@code violations}) or above the form ({@code refus}). Overtaken by
 * somebody: the same with 409. What is not there, not allowed or too busy is not the form's business and passes through.
 */
public final class FormAct {
    private final Texts texts;

    FormAct(Texts texts) {
        this.texts = texts;
    }

    /** For a form whose fields are called as the rules call them, and where a refusal concerns no field. */
    public ModelAndView answer(Supplier<ModelAndView> act, Supplier<ModelAndView> again) {
        return answer(Fields.NONE, act, again);
    }

    /**
     * Runs the act.
     *
     * @param fields where faults belong
     * @param act    does it and says where it leads
     * @param again  the page with the form, holding what was typed
     */
    public ModelAndView answer(Fields fields, Supplier<ModelAndView> act, Supplier<ModelAndView> again) {
        try {
            return act.get();
        } catch (InvalidInput invalid) {
            return mending(again.get(), fields.of(texts.of(invalid)), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Rejection refused) {
            HttpStatus status = status(refused);
            String field = fields.of(refused);
            if (field != null) {
                return mending(again.get(), List.of(new Fault(field, texts.of(refused))), status);
            }
            ModelAndView page = again.get()
                    .addObject("refus", texts.of(refused))
                    .addObject("refusPar", refused.details().get("by"));
            page.setStatus(status);
            return page;
        }
    }

    /** For the page of a question, such as a search, which has something to show besides: what is to be mended in it. */
    public void mend(InvalidInput invalid, Model model, HttpServletResponse response) {
        model.addAttribute("violations", texts.of(invalid));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    private static ModelAndView mending(ModelAndView page, List<Fault> faults, HttpStatus status) {
        page.addObject("violations", faults);
        page.setStatus(status);
        return page;
    }

    private static HttpStatus status(Rejection refused) {
        return switch (refused.code().kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case CHANGED, NOT_FOUND, FORBIDDEN, BUSY -> throw refused;
        };
    }

    /**
     * Back to where the form stood, where what was done is told beside its row.
     *
     * @param wanted    the address that the form named, with its list, page and row
     * @param otherwise where it named none, or none of ours
     */
    public static ModelAndView done(JustDone done, @Nullable String wanted, String otherwise) {
        return SeeOther.at(SeeOther.local(wanted, otherwise), JustDone.HEADER, done.spoken());
    }
}
