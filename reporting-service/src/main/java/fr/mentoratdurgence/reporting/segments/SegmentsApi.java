package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.reporting.history.PublisherPositions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    /** One of the files, or the manifest itself: what it takes to check each figure elsewhere. */
    @GetMapping("/segments/{file}")
    ResponseEntity<Resource> file(@PathVariable String file) {
        // a name that the manifest has: whatever else stands in the folder is nobody's
        boolean sealedSo = file.equals(Manifest.FILE)
                || sealed.manifest().lines().stream()
                        .anyMatch(line -> line.file().equals(file));
        Path path = sealed.folder().resolve(file);
        return sealedSo && Files.isReadable(path)
                ? ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(new FileSystemResource(path))
                : ResponseEntity.notFound().build();
    }

    @GetMapping("/segments")
    Answer segments() {
        Manifest manifest = sealed.wholeManifest();
        return new Answer(positions.completeUntil().orElse(null), manifest.hash(), manifest.lines());
    }
}
