package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.Instance;
import java.time.Duration;

/** Hears how the start goes. Called from several threads. */
public interface Progress {
    /** Nobody listens. */
    Progress SILENT = new Progress() {
        @Override
        public void say(String sentence) {}

        @Override
        public void starts(Instance part) {}

        @Override
        public void ready(Instance part, Duration took) {}
    };

    /** A sentence for the person who waits. */
    void say(String sentence);

    /** What this process waited for is there; it starts now. */
    void starts(Instance part);

    /** It answers. */
    void ready(Instance part, Duration took);
}
