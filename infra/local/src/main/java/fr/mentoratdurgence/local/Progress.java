package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.PartInstance;
import java.time.Duration;

/** Hears how the start goes. Called from several threads. */
public interface Progress {
    /** Nobody listens. */
    Progress SILENT = new Progress() {
        @Override
        public void say(String sentence) {}

        @Override
        public void starts(PartInstance part) {}

        @Override
        public void ready(PartInstance part, Duration took) {}
    };

    /** A sentence for the person who waits. */
    void say(String sentence);

    /** What this process waited for is there; it starts now. */
    void starts(PartInstance part);

    /** It answers. */
    void ready(PartInstance part, Duration took);
}
