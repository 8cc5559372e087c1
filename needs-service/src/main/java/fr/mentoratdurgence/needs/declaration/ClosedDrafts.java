package fr.mentoratdurgence.needs.declaration;

import fr.mentoratdurgence.platform.SeeOther;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Where a step leads whose draft nobody can go on with: to its number where it was sent, else to a new beginning. */
@Order(-1) // before the advice that answers every failure
@ControllerAdvice(assignableTypes = {DeclarationPages.class, ReviewPages.class})
class ClosedDrafts {
    @ExceptionHandler
    ModelAndView closed(DraftBook.Closed closed) {
        String need = closed.need();
        return SeeOther.at(
                need == null ? "/besoins/declarer?expiree=oui" : ReviewPages.confirmation(closed.draft(), need));
    }
}
