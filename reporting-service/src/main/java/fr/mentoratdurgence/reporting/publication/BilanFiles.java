package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A bilan as a file: the same figures and the same hash in each. */
@Component
class BilanFiles {
    /** The forms that a bilan is given in. */
    enum Form {
        CSV("text/csv;charset=UTF-8"),
        TXT("text/plain;charset=UTF-8"),
        PDF("application/pdf"),
        PARQUET("application/vnd.apache.parquet");

        private final String type;

        Form(String type) {
            this.type = type;
        }

        String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private enum NoSuchForm implements RejectionCode {
        NO_SUCH_FORM;

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    private static final int KEPT = 32;

    private final Map<String, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };
    private final Wording wording;
    private final BilanPdf pdf;
    private final BilanParquet parquet;

    BilanFiles(Wording wording, BilanPdf pdf, BilanParquet parquet) {
        this.wording = wording;
        this.pdf = pdf;
        this.parquet = parquet;
    }

    static Form form(String extension) {
        for (Form form : Form.values()) {
            if (form.extension().equals(extension)) {
                return form;
            }
        }
        throw new Rejection(NoSuchForm.NO_SUCH_FORM);
    }

    ResponseEntity<byte[]> file(Bilan bilan, Form form) {
        return answer(bilan, form, content(bilan, form));
    }

    /** The same of an assessment that everybody may fetch: made once, and by one at a time. */
    ResponseEntity<byte[]> publicFile(Bilan bilan, Form form) {
        byte[] content;
        synchronized (kept) {
            // how many facts were counted stands in the file and not in the hash
            content = kept.computeIfAbsent(bilan.hash() + ' ' + bilan.events() + ' ' + form, _ -> content(bilan, form));
        }
        return answer(bilan, form, content);
    }

    private static ResponseEntity<byte[]> answer(Bilan bilan, Form form, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(form.type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name(bilan, form))
                                .build()
                                .toString())
                .body(content);
    }

    private byte[] content(Bilan bilan, Form form) {
        return switch (form) {
            case CSV -> new BilanCsv(wording).write(bilan).getBytes(StandardCharsets.UTF_8);
            // what the hash is the hash of: sha256sum of this file gives it
            case TXT -> bilan.canonicalText().getBytes(StandardCharsets.UTF_8);
            case PDF -> pdf.write(bilan);
            case PARQUET -> parquet.write(bilan);
        };
    }

    private static String name(Bilan bilan, Form form) {
        LocalDate happenedUntil = bilan.scope().happenedUntil();
        return "bilan-" + bilan.scope().territory().id() + "-" + OperationDay.of(bilan.asOf())
                + (happenedUntil == null ? "" : "-survenu-" + happenedUntil)
                + (bilan.published() ? "" : "-exact-ne-pas-diffuser") + "." + form.extension();
    }
}
