package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.staff.Colleagues;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.lists.ListFilter;
import fr.mentoratdurgence.platform.web.Choice;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By what every list of pairs, and of the work with them, is narrowed. */
public final class PairFilters {
    private final Colleagues team;
    private final FollowupPolicy policy;
    private final Texts texts;

    PairFilters(Colleagues team, FollowupPolicy policy, Texts texts) {
        this.team = team;
        this.policy = policy;
        this.texts = texts;
    }

    /**
     * Who follows them.
     *
     * @param first what stands before the colleagues
     * @param none  label of no choice; null = one is always made
     */
    public ListFilter whose(Person person, Stream<Choice> first, String chosen, @Nullable String none) {
        return new ListFilter(
                "qui",
                texts.of("suivi.filtre.qui"),
                Stream.concat(first, team.around(person).stream()).toList(),
                chosen,
                none);
    }

    /** Which young people come first. */
    public ListFilter audience(String chosen) {
        List<Choice> audiences = policy.headStartDays().keySet().stream()
                .sorted()
                .map(code -> new Choice(code, texts.word("public.court", code)))
                .toList();
        return new ListFilter("public", texts.of("suivi.colonne.public"), audiences, chosen, texts.of("ui.list.all"));
    }
}
