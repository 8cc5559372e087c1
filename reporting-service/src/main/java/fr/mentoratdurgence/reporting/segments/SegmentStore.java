package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.reporting.segments.Manifest.Line;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where segments and their manifest stand: a folder, or a bucket of an object store. What stands there is never changed. */
interface SegmentStore extends AutoCloseable {
    /** What stands there at one moment. */
    interface Standing {
        /** The manifest as it was written; no byte where there is none. */
        byte[] manifest();

        /**
         * Is another one as soon as somebody put another file in the place of this one.
         *
         * @throws NoSuchFileException where there is no such file
         */
        String state(String file) throws IOException;
    }

    /** The store that was chosen. */
    static SegmentStore of(Path folder, BucketSettings bucket) {
        return bucket.chosen() ? new Bucket(bucket, folder) : new Folder(folder);
    }

    /** How a fault names the whole: a path of this machine, or an address. */
    Object place();

    /** How a fault names one of its files. */
    Object place(String file);

    /** Where on this machine it writes. */
    Path disk();

    /** Makes it ready to be added to, and removes what an interrupted run left half written. */
    void prepare() throws IOException;

    /** What stands there now. */
    Standing look() throws IOException;

    /** A file of this machine that is not there yet; its place is tidied up where nothing becomes of it. */
    Path temporary(String name) throws IOException;

    /** Removes what will not be finished; where that fails, the next start does it. */
    void discard(Path temporary);

    /**
     * Gives a whole file its name, and the manifest a line more, in this order and for good.
     *
     * @return the line as it stands; empty where somebody else added one since this manifest was read
     */
    Optional<Line> append(Manifest manifest, Path segment, Line line) throws IOException;

    /**
     * Brings a file to this machine as it stands, whatever was brought before.
     *
     * @throws NoSuchFileException where it is not there
     */
    Path bring(String name) throws IOException;

    /** A file that was brought before. */
    Path file(String name) throws IOException;

    @Override
    default void close() {}
}
