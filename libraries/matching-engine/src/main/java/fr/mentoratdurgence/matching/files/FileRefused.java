package fr.mentoratdurgence.matching.files;

import java.util.List;

/** What a file must have otherwise before anything is matched: French sentences, all at once. */
public final class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<String> reasons;

    FileRefused(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** One sentence for each thing to mend. */
    public List<String> reasons() {
        return reasons;
    }
}
