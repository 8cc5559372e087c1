package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.AccessLog;
import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.onboarding.MentorRejection;
import fr.mentoratdurgence.mentor.pool.InterviewBoard.Appointment;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import fr.mentoratdurgence.typed.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * When an interview is. The team offers moments by letter, or notes what was agreed by telephone; the volunteer takes one
 * in two taps; where nobody answered, the volunteer is told and takes another one.
 */
@Controller
class InterviewPages {
    private static final String ONE = "/mentors/{mentor}/rendez-vous";
    private static final String OWN = "/mentors/rendez-vous";
    private static final String API = "/api/mentors/v1/mentors/{mentor}/interview/";
    /** As many as a form has room for; by the API there may be more. */
    private static final int MOMENTS = 3;

    private static final Fields FORM =
            Fields.NONE.at(MentorRejection.MOMENT_PAST, "jour1").at(MentorRejection.MOMENTS_OUT_OF_RANGE, "jour1");

    private final InterviewActs acts;
    private final InterviewBoard board;
    private final MentorBoard mentors;
    private final IdentityBook identities;
    private final AccessLog accesses;
    private final FormAct forms;
    private final FrenchTime time;
    private final Clock clock;

    InterviewPages(
            InterviewActs acts,
            InterviewBoard board,
            MentorBoard mentors,
            IdentityBook identities,
            AccessLog accesses,
            FormAct forms,
            FrenchTime time,
            Clock clock) {
        this.acts = acts;
        this.board = board;
        this.mentors = mentors;
        this.identities = identities;
        this.accesses = accesses;
        this.forms = forms;
        this.time = time;
        this.clock = clock;
    }

    /** Moments as a program sends them. */
    record Moments(@Nullable List<@Nullable Instant> moments) {}

    /** A moment as a program sends it. */
    record Moment(@Nullable Instant at) {}

    // ---- the team

    @GetMapping(ONE)
    ModelAndView one(Person person, @PathVariable String mentor, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        MentorRow row = acts.toScreen(person, mentor);
        accesses.shown(mentor, person.actor());
        return page(row, Map.of());
    }

    @PostMapping(ONE)
    ModelAndView offer(
            Person person,
            @PathVariable String mentor,
            @RequestParam Map<String, String> typed,
            CommandContext context) {
        MentorRow row = acts.toScreen(person, mentor);
        return forms.answer(
                FORM,
                () -> {
                    List<Instant> moments = moments(typed, InterviewActs.zone(row));
                    boolean agreed = typed.containsKey("convenu");
                    if (agreed) {
                        acts.agree(person, mentor, moments.getFirst(), context);
                    } else {
                        acts.offer(person, mentor, moments, context);
                    }
                    return done(agreed ? "convenu" : "propose", mentor);
                },
                () -> page(row, typed));
    }

    @PostMapping(ONE + "/absence")
    ModelAndView missed(Person person, @PathVariable String mentor, CommandContext context) {
        MentorRow row = acts.toScreen(person, mentor);
        return forms.answer(
                () -> {
                    acts.missed(person, mentor, context);
                    return done("manque", mentor);
                },
                () -> page(row, Map.of()));
    }

    @PostMapping(API + "moments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ResponseBody
    void offered(
            Person person,
            @PathVariable String mentor,
            @RequestBody Moments body,
            Violations wrong,
            CommandContext context) {
        List<@Nullable Instant> moments = wrong.need("moments", body.moments(), "rendez-vous.jour.manque");
        wrong.throwIfAny();
        acts.offer(person, mentor, moments.stream().flatMap(Stream::ofNullable).toList(), context);
    }

    @PostMapping(API + "appointment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ResponseBody
    void agreed(
            Person person,
            @PathVariable String mentor,
            @RequestBody Moment body,
            Violations wrong,
            CommandContext context) {
        Instant at = wrong.need("at", body.at(), "rendez-vous.jour.manque");
        wrong.throwIfAny();
        acts.agree(person, mentor, at, context);
    }

    @PostMapping(API + "absence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ResponseBody
    void absent(Person person, @PathVariable String mentor, CommandContext context) {
        acts.missed(person, mentor, context);
    }

    private static ModelAndView done(String act, String mentor) {
        return FormAct.done(new JustDone("rendez-vous-" + act, mentor), null, "/mentors/" + mentor + "/rendez-vous");
    }

    /** The moments that were typed, by the volunteer's clock; an empty row is none. */
    private static List<Instant> moments(Map<String, String> typed, ZoneId zone) {
        Violations wrong = new Violations();
        List<Instant> moments = new ArrayList<>();
        for (int row = 1; row <= MOMENTS; row++) {
            String day = typed.getOrDefault("jour" + row, "");
            String hour = typed.getOrDefault("heure" + row, "");
            if (row == 1 || !day.isBlank() || !hour.isBlank()) {
                LocalDate on = wrong.need("jour" + row, Typed.date(day).orElse(null), "rendez-vous.jour.manque");
                LocalTime at = wrong.need("heure" + row, Typed.time(hour).orElse(null), "rendez-vous.heure.manque");
                if (on != null && at != null) {
                    moments.add(on.atTime(at).atZone(zone).toInstant());
                }
            }
        }
        wrong.throwIfAny();
        return moments;
    }

    private ModelAndView page(MentorRow row, Map<String, String> typed) {
        Appointment appointment = board.of(row.mentor());
        Identity identity = identities.find(row.mentor()).orElse(null);
        Instant at = appointment.at();
        return new ModelAndView("mentors/rendez-vous")
                .addObject("mentor", row)
                .addObject("nom", identity == null ? "" : identity.firstName() + " " + identity.lastName())
                .addObject("telephone", identity == null ? "" : identity.phone())
                .addObject("telephoneEcrit", identity == null ? "" : identity.phoneShown())
                .addObject("courriel", identity == null ? "" : identity.email())
                .addObject("moment", at == null ? null : time.moment(at, InterviewActs.zone(row)))
                .addObject("passe", at != null && !at.isAfter(clock.instant()))
                .addObject("manque", appointment.missedOn())
                .addObject("proposes", choices(row, appointment))
                .addObject("rangs", IntStream.rangeClosed(1, MOMENTS).boxed().toList())
                .addObject("saisie", typed);
    }

    private List<Choice> choices(MentorRow row, Appointment appointment) {
        return board.free(appointment).stream()
                .map(at -> new Choice(at.toString(), time.moment(at, InterviewActs.zone(row))))
                .toList();
    }

    // ---- the volunteer, by the link of a letter

    @GetMapping(OWN)
    ModelAndView own(Person person) {
        return own(linked(person));
    }

    @PostMapping(OWN)
    ModelAndView choose(Person person, @RequestParam Instant at, CommandContext context) {
        String mentor = linked(person);
        return forms.answer(
                () -> {
                    acts.choose(mentor, at, context);
                    return SeeOther.at(OWN);
                },
                () -> own(mentor));
    }

    private static String linked(Person person) {
        return Objects.requireNonNull(person.link(), "only a link leads here");
    }

    private ModelAndView own(String mentor) {
        MentorRow row = mentors.known(mentor);
        Appointment appointment = board.of(mentor);
        Instant at = appointment.at();
        boolean waits = row.present() && row.screenedOn() == null && !row.stopped();
        Instant booked = waits && at != null && at.isAfter(clock.instant()) ? at : null;
        return new ModelAndView("mentors/mon-rendez-vous")
                .addObject("attend", waits)
                .addObject("moment", booked == null ? null : time.moment(booked, InterviewActs.zone(row)))
                .addObject(
                        "telephone",
                        identities.find(mentor).map(Identity::phoneShown).orElse(""))
                .addObject(
                        "proposes",
                        choices(row, appointment).stream()
                                .filter(choice ->
                                        booked == null || !choice.value().equals(booked.toString()))
                                .toList());
    }
}
