package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.platform.Person;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what the history holds. */
@RestController
@RequestMapping("/api/reporting/v1/history")
class HistoryApi {
    private final History history;
    private final SealingState sealing;

    HistoryApi(History history, SealingState sealing) {
        this.history = history;
        this.sealing = sealing;
    }

    @GetMapping("/status")
    HistoryStatus status(Person person) {
        HistoryStatus status = HistoryStatus.of(history.types(), sealing.stop());
        return person.has("analyst") ? status : status.forOthers();
    }
}
