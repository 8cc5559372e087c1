package fr.mentoratdurgence.matching.engine;

/** A line of a need: its number counts within the need alone. */
public record LineId(String need, int line) {

    @Override
    public String toString() {
        return key(need, line);
    }

    static String key(String need, int line) {
        return need + "#" + line;
    }
}
