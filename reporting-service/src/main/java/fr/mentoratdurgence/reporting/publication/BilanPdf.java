package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.pdf.PdfPage;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Bilans;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.WordNumbers;
import java.time.Instant;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The bilan as a tagged PDF: title, language and a text for each chart, so that it can be read aloud too. */
@Component
class BilanPdf {
    private final SpringTemplateEngine templates;
    private final DocumentView view;
    private volatile boolean warm;

    BilanPdf(SpringTemplateEngine templates, Wording wording) {
        this.templates = templates;
        this.view = new DocumentView(wording);
    }

    /**
     * A PDF about nothing, for nobody: the engine, its fonts and its classes are loaded beside the first requests, which
     * takes longer than the gateway waits for an answer.
     */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread.ofPlatform().daemon().name("first-pdf").start(() -> {
            write(Bilans.of(
                    new Ledger(Cut.at(Instant.EPOCH), WordNumbers.ofCodes(), WordNumbers.ofNames()), Instant.EPOCH));
            warm = true;
        });
    }

    /** Whether one was written since the start. */
    boolean isWarm() {
        return warm;
    }

    byte[] write(Bilan bilan) {
        Context context = new Context(Locale.FRENCH);
        view.of(bilan).forEach(context::setVariable);
        // the engine reads a chart's text from this attribute
        String html = templates.process("bilan/document", context).replace(" aria-label=", " alt=");
        return PdfPage.of(html);
    }
}
