package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * One sheet of a long list on a page; the links are null at either end.
 *
 * @param rows which part of the list
 */
record Sheet(
        int number,
        int of,
        Page rows,
        @Nullable String before,
        @Nullable String after) {

    /** The sheet that is asked for, or the nearest there is; {@code address} ends before its number. */
    static Sheet of(int asked, int total, int size, String address) {
        int sheets = Math.max(1, Math.ceilDiv(total, size));
        int number = Math.clamp(asked, 1, sheets);
        return new Sheet(
                number,
                sheets,
                Page.of(number, size),
                number > 1 ? address + (number - 1) : null,
                number < sheets ? address + (number + 1) : null);
    }

    void show(Model model) {
        model.addAttribute("sheet", number);
        model.addAttribute("sheets", of);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
    }
}
