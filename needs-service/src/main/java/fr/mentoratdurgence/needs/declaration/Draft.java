package fr.mentoratdurgence.needs.declaration;

import org.jspecify.annotations.Nullable;

/**
 * A form between its steps.
 *
 * @param id in the address of the steps; whoever knows it may go on
 * @param answers what was answered so far; nothing once it was sent
 * @param need what it became; null before it was sent
 */
record Draft(String id, Answers answers, @Nullable String need) {
    Draft with(Answers changed) {
        return new Draft(id, changed, need);
    }

    String path(String step) {
        return "/besoins/declarer/" + id + "/" + step;
    }
}
