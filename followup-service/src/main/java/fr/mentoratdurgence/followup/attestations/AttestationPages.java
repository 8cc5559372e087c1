package fr.mentoratdurgence.followup.attestations;

import fr.mentoratdurgence.pdf.PdfPage;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.letters.LettersSettings;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** A mentor's hours and attestations, and the page where anybody sees by its number that one is true. */
@Controller
class AttestationPages {
    private static final String OWN = "/suivi/attestation";
    private static final String OF_PAIR = "/suivi/binomes/{pair}/attestation";
    private static final int LONGEST_NAME = 120;
    private static final String CHECK = "/lien/suivi/attestation";

    private final AttestationActs acts;
    private final SpringTemplateEngine templates;
    private final FormAct forms;
    private final FrenchTime time;
    private final LettersSettings settings;

    AttestationPages(
            AttestationActs acts,
            SpringTemplateEngine templates,
            FormAct forms,
            FrenchTime time,
            LettersSettings settings) {
        this.acts = acts;
        this.templates = templates;
        this.forms = forms;
        this.time = time;
        this.settings = settings;
    }

    @GetMapping(OWN)
    ModelAndView own(Person person) {
        return new ModelAndView("attestation/miennes")
                .addObject("donne", acts.given(person))
                .addObject("attestations", acts.own(person));
    }

    @PostMapping(OWN)
    ModelAndView issue(Person person) {
        return forms.answer(
                () -> {
                    Attestation issued = acts.issue(person);
                    return FormAct.done(new JustDone("attestation", issued.number()), null, OWN);
                },
                () -> own(person));
    }

    /** Of the mentor of a pair who has no login: somebody of the team prints it. */
    @GetMapping(OF_PAIR)
    ModelAndView ofPair(Person person, @PathVariable String pair) {
        return new ModelAndView("attestation/equipe")
                .addObject("donne", acts.given(person, pair))
                .addObject("binome", pair);
    }

    /** @param nom as it is printed; kept nowhere. Empty = a line to be filled in by hand */
    @PostMapping(OF_PAIR)
    ResponseEntity<byte[]> print(
            Person person, @PathVariable String pair, @RequestParam(defaultValue = "") String nom) {
        String name = nom.strip();
        return paper(acts.issue(person, pair), name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
    }

    /** The name is that of the login, on the paper of who logged in, and is kept nowhere. */
    @GetMapping(OWN + "/{number}/pdf")
    ResponseEntity<byte[]> pdf(Person person, @PathVariable String number) {
        return paper(acts.own(person, number), person.displayName());
    }

    private ResponseEntity<byte[]> paper(Attestation attestation, String name) {
        Context context = new Context(Locale.FRENCH);
        context.setVariable("attestation", attestation);
        context.setVariable("donne", attestation.given());
        context.setVariable("nom", name);
        context.setVariable("verification", settings.origin() + CHECK);
        context.setVariable("temps", time);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("attestation-" + attestation.number() + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(PdfPage.of(templates.process("attestation/papier", context)));
    }

    /** For everybody; how often one may ask, the gateway counts. */
    @GetMapping(CHECK)
    ModelAndView check(@RequestParam(defaultValue = "") String numero) {
        Optional<Attestation> found = acts.find(numero);
        ModelAndView page = new ModelAndView("attestation/verification")
                .addObject("numero", numero)
                .addObject("attestation", found.orElse(null))
                .addObject("donne", found.map(Attestation::given).orElse(null));
        if (!numero.isBlank() && found.isEmpty()) {
            page.setStatus(HttpStatus.NOT_FOUND);
        }
        return page;
    }

    @PostMapping(OWN + "/{number}/retrait")
    ModelAndView withdraw(Person person, @PathVariable String number) {
        acts.withdraw(person, number);
        return FormAct.done(new JustDone("attestation-retiree", number), null, CHECK + "?numero=" + number);
    }
}
