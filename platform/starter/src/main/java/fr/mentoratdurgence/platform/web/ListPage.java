package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Violations;
import org.jspecify.annotations.Nullable;

/**
 * One page of a long list, for people; programs read on ({@link ReadOn}). Pages count from 1: what is no such number is
 * refused; a page beyond the last is the last, because a list gets shorter while somebody works it off.
 *
 * @param number  of this page
 * @param pages   how many there are, at least one
 * @param total   things in the list
 * @param size    things on a page
 * @param address of the list; {@code parameter} names the page in it
 */
public record ListPage(int number, int pages, int total, int size, String parameter, ListAddress address) {
    private static final String PARAMETER = "page";

    /**
     * The page that is asked for.
     *
     * @throws InvalidInput where {@code asked} is less than 1
     */
    public static ListPage of(int asked, int total, int size, ListAddress address) {
        return of(PARAMETER, asked, total, size, address);
    }

    /** The same for one of several lists on a page, whose parameter has a name of its own. */
    public static ListPage of(String parameter, int asked, int total, int size, ListAddress address) {
        if (asked < 1) {
            new Violations().add(parameter, "probleme.page").throwIfAny();
        }
        int pages = Math.max(1, Math.ceilDiv(total, size));
        return new ListPage(Math.min(asked, pages), pages, total, size, parameter, address);
    }

    /** How many stand on the pages before. */
    public int offset() {
        return (number - 1) * size;
    }

    /** The page before; null on the first. */
    public @Nullable String previous() {
        return number > 1 ? link(number - 1) : null;
    }

    /** The page after; null on the last. */
    public @Nullable String next() {
        return number < pages ? link(number + 1) : null;
    }

    private String link(int page) {
        return address.with(parameter, page == 1 ? null : page).toString();
    }
}
