package fr.mentoratdurgence.platform.jobs;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One page for work that takes its time: how far it is, what became of it, a button that stops it. */
@Controller
@RequestMapping("${mentorat.jobs.path}/travaux")
class JobPages {
    private static final int LATEST = 20;

    /** Seconds after which a browser without scripts asks again. */
    private static final int AGAIN_AFTER = 3;

    private final Jobs jobs;
    private final JobsSettings settings;
    private final Texts texts;

    JobPages(Jobs jobs, JobsSettings settings, Texts texts) {
        this.jobs = jobs;
        this.settings = settings;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView mine(Person person) {
        return new ModelAndView("jobs/jobs")
                .addObject("travaux", jobs.newestOf(person, LATEST))
                .addObject("ici", settings.path() + "/travaux");
    }

    @GetMapping("/{job}")
    ModelAndView one(@PathVariable String job, Person person) {
        return filled(new ModelAndView("jobs/job"), job, person);
    }

    /** What moves of the page. */
    @GetMapping("/{job}/etat")
    ModelAndView state(@PathVariable String job, Person person) {
        return filled(new ModelAndView("jobs/job :: etat"), job, person);
    }

    @PostMapping("/{job}/arret")
    ModelAndView cancel(@PathVariable String job, Person person) {
        jobs.cancel(job, person);
        return SeeOther.at(settings.path() + "/travaux/" + job);
    }

    private ModelAndView filled(ModelAndView page, String id, Person person) {
        Job job = jobs.find(id, person);
        return page.addObject("travail", job)
                .addObject("titre", texts.word("travail", job.kind()))
                .addObject("pourquoi", why(job))
                .addObject("resultat", jobs.page(job))
                .addObject("rafraichir", job.ended() ? null : AGAIN_AFTER)
                .addObject("accueil", settings.path())
                .addObject("ici", settings.path() + "/travaux/" + id);
    }

    private List<String> why(Job job) {
        @Nullable RuntimeException refusal = jobs.refusal(job);
        if (refusal instanceof InvalidInput invalid) {
            return texts.of(invalid).stream().map(Texts.Fault::message).toList();
        }
        return refusal instanceof Rejection refused ? List.of(texts.of(refused)) : List.of();
    }
}
