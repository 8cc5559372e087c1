package fr.mentoratdurgence.reporting.publication;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Bilans;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.WordNumbers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String FAMILY = "DejaVu Sans";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final SpringTemplateEngine templates;
    private final DocumentView view;
    private volatile boolean warm;

    BilanPdf(SpringTemplateEngine templates, Wording wording) {
        this.templates = templates;
        this.view = new DocumentView(wording);
        XRLog.setLoggingEnabled(false);
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
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (BatikSVGDrawer charts = new BatikSVGDrawer()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useSVGDrawer(charts);
            builder.useFont(() -> font("DejaVuSans.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true);
            builder.useFont(() -> font("DejaVuSans-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
            builder.withHtmlContent(html, null);
            builder.toStream(pdf);
            builder.run();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font(String name) {
        InputStream font = BilanPdf.class.getResourceAsStream(FONTS + name);
        if (font == null) {
            throw new IllegalStateException("missing font " + name);
        }
        return font;
    }
}
