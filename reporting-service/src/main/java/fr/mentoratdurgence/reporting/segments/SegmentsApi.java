package fr.mentoratdurgence.reporting.segments;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.reporting.history.PublisherPositions;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

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

    /**
     * One of the files, or the manifest itself: what it takes to check each figure elsewhere. A sealed day is marked by the
     * hash that its line has, and neither held in memory nor hashed again for it.
     */
    @GetMapping("/segments/{file}")
    ResponseEntity<Resource> file(@PathVariable String file, HttpServletRequest request) {
        Manifest manifest = sealed.manifest();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM);
        if (file.equals(Manifest.FILE) && !manifest.lines().isEmpty()) {
            return answer.body(new ByteArrayResource(manifest.text().getBytes(UTF_8)));
        }
        // a name that the manifest has: whatever else stands there is nobody's
        Optional<Manifest.Line> day = manifest.lines().stream()
                .filter(line -> line.file().equals(file))
                .findFirst();
        Optional<Path> path = day.map(sealed::file).filter(Files::isReadable);
        if (path.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        ShallowEtagHeaderFilter.disableContentCaching(request);
        return answer.eTag(day.get().sha256()).body(new FileSystemResource(path.get()));
    }

    @GetMapping("/segments")
    Answer segments() {
        Manifest manifest = sealed.wholeManifest();
        return new Answer(positions.completeUntil().orElse(null), manifest.hash(), manifest.lines());
    }
}
