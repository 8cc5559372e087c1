package fr.mentoratdurgence.reporting.segments;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.reporting.segments.SegmentFault.Code;
import fr.mentoratdurgence.sealing.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of all sealed segments: one line of JSON each, and in each line the SHA-256 of the line before. Who knows
 * the last hash can tell whether anything before it was changed.
 */
public final class Manifest {
    static final String FILE = "manifest.jsonl";
    private static final String NOTHING_BEFORE = "0".repeat(64);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One segment.
     *
     * @param operation the operation that it belongs to
     * @param day day of record, UTC
     * @param part 1 for the day; more for facts that came after it was sealed
     * @param file its name in the folder
     * @param sha256 of the file
     * @param facts how many it holds
     * @param first record time of the first
     * @param last record time of the last
     * @param reading name for what the build that sealed it read of which contract
     * @param sources all services in it
     * @param types all types in it
     * @param codes all codes in its columns
     * @param previous SHA-256 of the line before
     */
    public record Line(
            String operation,
            LocalDate day,
            int part,
            String file,
            String sha256,
            long facts,
            Instant first,
            Instant last,
            String reading,
            List<String> sources,
            List<String> types,
            List<String> codes,
            String previous) {

        /** The same where its name is taken. */
        Line named(String name) {
            return new Line(
                    operation, day, part, name, sha256, facts, first, last, reading, sources, types, codes, previous);
        }
    }

    private final SegmentStore store;
    private final SegmentStore.Standing standing;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String hash = NOTHING_BEFORE;

    private Manifest(SegmentStore store, SegmentStore.Standing standing) {
        this.store = store;
        this.standing = standing;
    }

    static Manifest read(SegmentStore store) {
        Manifest manifest;
        try {
            manifest = new Manifest(store, store.look());
        } catch (IOException e) {
            throw SegmentFault.of(e, store);
        }
        // a byte that is no letter any more is read as another one: its line has another hash all the same
        String[] lines = new String(manifest.standing.manifest(), UTF_8).split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            manifest.take(lines[i]);
        }
        if (!lines[lines.length - 1].isEmpty()) {
            throw manifest.changed();
        }
        return manifest;
    }

    private void take(String text) {
        try {
            Line line = text.startsWith("{") ? JSON.readValue(text, Line.class) : null;
            if (line == null || !JSON.writeValueAsString(line).equals(text) || !hash.equals(line.previous())) {
                throw changed();
            }
            add(line, text);
        } catch (JacksonException _) {
            throw changed();
        }
    }

    private SegmentFault changed() {
        return new SegmentFault(Code.MANIFEST_CHANGED, store.place(FILE), lines.size() + 1);
    }

    /** Checks it against a line that was noted elsewhere when it was written. */
    void mustHold(int line, String noted) {
        if (line > lines.size()) {
            throw new SegmentFault(Code.MANIFEST_SHORT, store.place(FILE), lines.size(), line);
        }
        String found = line == lines.size() ? hash : lines.get(line).previous();
        if (!found.equals(noted)) {
            throw new SegmentFault(Code.MANIFEST_CHANGED, store.place(FILE), line);
        }
    }

    private void add(Line line, String written) {
        lines.add(line);
        text.append(written).append('\n');
        hash = Sha256.hex(written);
    }

    /** The segments in the order in which they were sealed. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The hash of the last line: it stands for all that was sealed. */
    public String hash() {
        return hash;
    }

    /** Whether it begins with all that the other one has. */
    public boolean continues(Manifest other) {
        int common = other.lines.size();
        return common <= lines.size() && lines.subList(0, common).equals(other.lines);
    }

    List<Line> of(LocalDate day) {
        return lines.stream().filter(line -> line.day().equals(day)).toList();
    }

    /** What stood there when it was read. */
    SegmentStore.Standing standing() {
        return standing;
    }

    /** As it is written. */
    String text() {
        return text.toString();
    }

    /** A line as it is written. */
    String written(Line line) {
        return JSON.writeValueAsString(line) + '\n';
    }

    /** Adds a segment; empty, and nothing is added, where somebody else added one meanwhile. */
    Optional<Line> append(Path segment, Line line) throws IOException {
        Optional<Line> added = store.append(this, segment, line);
        added.ifPresent(stands -> add(stands, JSON.writeValueAsString(stands)));
        return added;
    }
}
