package fr.mentoratdurgence.matching.board;

/** Which part of a long list: so many after so many. */
public record Page(int offset, int limit) {

    /** A page by its number, from 1; a number beyond all lists is an empty page. */
    public static Page of(int number, int size) {
        return new Page(Math.clamp((number - 1L) * size, 0, Integer.MAX_VALUE), size);
    }
}
