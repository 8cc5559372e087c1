package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.sealing.Sha256;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Says « changed » and nothing else to the pages that are open: each asks for what it may see. It is said once the tables
 * that pages read have moved, whichever instance moved them. A page carries the {@link #mark} of before it was read, and
 * shows it when it opens its stream or opens it again: what moved while nobody listened is said at once. A page whose
 * stream ends opens it again, with the rights that its person has by then; how many one account may open, and that they
 * end with the session, is the gateway's to see to.
 */
@Controller
class ChangeStream {
    private static final int MOST = 500;
    private static final Duration LIFE = Duration.ofMinutes(5);
    /**
     * What was decided last, as of which place all of it is settled (a lower number may come later), and when something
     * was heard last, with how much of the half minute before: an earlier moment may be written later.
     */
    private static final String MARK = """
            select coalesce((select max(global_index)::text from domain_event), '') || ' '
                || coalesce((select max(token) from token_entry where processor_name = 'publisher'), '') || ' '
                || (select coalesce(max(received_at)::text, '') || ' ' || count(*) from inbox_event
                    where received_at > (select max(received_at) - interval '30 seconds' from inbox_event))""";

    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
    private final JdbcClient db;
    private volatile String mark = "";

    ChangeStream(JdbcClient db) {
        this.db = db;
    }

    /** A few signs for how far the tables had moved at the last look, that is before whatever is read now. */
    String mark() {
        return mark;
    }

    /**
     * @param depuis the mark of the page
     * @param last the mark that the page heard last, when its stream was cut
     */
    @GetMapping(path = "${mentorat.stream}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            @RequestParam(defaultValue = "") String depuis,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        if (open.size() >= MOST) {
            return ResponseEntity.noContent().build(); // the browser does not ask again; a reload shows the same
        }
        SseEmitter emitter = new SseEmitter(LIFE.toMillis());
        emitter.onCompletion(() -> open.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> open.remove(emitter));
        open.add(emitter);
        boolean upToDate = mark.equals(last == null ? depuis : last);
        tell(emitter, upToDate ? SseEmitter.event().comment("ok") : changed());
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body(emitter);
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        String now;
        try {
            now = Sha256.hex(db.sql(MARK).query(String.class).single()).substring(0, 16);
        } catch (DataAccessException unavailable) {
            return; // pages that ask say so; the next look tells what changed meanwhile
        }
        if (!now.equals(mark)) {
            mark = now;
            open.forEach(emitter -> tell(emitter, changed()));
        }
    }

    private SseEmitter.SseEventBuilder changed() {
        return SseEmitter.event().id(mark).name("changed").data("1");
    }

    /** Finds out who has left. */
    @Scheduled(fixedDelay = 20_000)
    void breathe() {
        open.forEach(emitter -> tell(emitter, SseEmitter.event().comment("ok")));
    }

    private void tell(SseEmitter emitter, SseEmitter.SseEventBuilder what) {
        try {
            emitter.send(what);
        } catch (IOException | IllegalStateException gone) {
            open.remove(emitter);
        }
    }
}
