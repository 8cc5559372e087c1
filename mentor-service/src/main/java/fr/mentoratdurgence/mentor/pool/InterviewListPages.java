package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.AccessLog;
import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.typed.Telephone;
import jakarta.servlet.http.HttpServletResponse;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Applications that wait for an interview: a part of the day's page, and a list to print with telephones. */
@Controller
class InterviewListPages {
    private static final int MOST = 50;

    private final MentorBoard mentors;
    private final IdentityBook identities;
    private final AccessLog accesses;
    private final OperationDay day;

    InterviewListPages(MentorBoard mentors, IdentityBook identities, AccessLog accesses, OperationDay day) {
        this.mentors = mentors;
        this.identities = identities;
        this.accesses = accesses;
        this.day = day;
    }

    /**
     * A call.
     *
     * @param phone empty where nobody asked for the telephones
     */
    record Call(MentorRow row, String name, int days, String phone) {
        public String phoneShown() {
            return Telephone.shown(phone);
        }
    }

    /** Who waits longest first. */
    @GetMapping("/mentors/appels")
    ModelAndView calls(
            Person person, @RequestParam(required = false) @Nullable String telephones, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        List<MentorRow> rows = mentors.toScreen(person, 0, MOST);
        Map<String, Identity> names =
                identities.all(rows.stream().map(MentorRow::mentor).toList());
        return new ModelAndView("mentors/liste-appels")
                .addObject("telephones", telephones != null)
                .addObject("total", mentors.countToScreen(person))
                .addObject(
                        "appels",
                        rows.stream()
                                .map(row -> call(row, names.get(row.mentor()), telephones != null, person))
                                .toList());
    }

    private Call call(MentorRow row, @Nullable Identity who, boolean telephones, Person person) {
        if (who != null && telephones) {
            accesses.shown(row.mentor(), person.actor());
        }
        return new Call(
                row,
                who == null ? row.reference() : who.firstName() + " " + who.lastName(),
                (int) ChronoUnit.DAYS.between(row.appliedOn(), day.today()),
                who == null || !telephones ? "" : who.phone());
    }
}
