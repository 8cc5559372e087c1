package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.reporting.history.PublisherPositions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what is sealed, if it is still as it was sealed. */
@RestController
@RequestMapping("/api/reporting/v1/history")
class SegmentsApi {

    record Answer(@Nullable Instant completeUntil, String manifestHash, List<Manifest.Line> segments) {}

    private final PublisherPositions positions;
    private final SealedHistory sealed;

    SegmentsApi(PublisherPositions positions, SealedHistory sealed) {
        this.positions = positions;
        this.sealed = sealed;
    }

    @GetMapping("/segments")
    Answer segments() {
        Manifest manifest = sealed.wholeManifest();
        return new Answer(positions.completeUntil().orElse(null), manifest.hash(), manifest.lines());
    }
}
