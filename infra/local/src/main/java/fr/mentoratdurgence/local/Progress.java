package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.Part;
import java.time.Duration;

/** Hears how the start goes. Called from several threads. */
public interface Progress {
    /** Nobody listens. */
    Progress SILENT = new Progress() {
        @Override
        public void say(String sentence) {}

        @Override
        public void starts(Part part) {}

        @Override
        public void ready(Part part, Duration took) {}
    };

    /** A sentence for the person who waits. */
    void say(String sentence);

    /** What this part waited for is there; it starts now. */
    void starts(Part part);

    /** It answers. */
    void ready(Part part, Duration took);
}
