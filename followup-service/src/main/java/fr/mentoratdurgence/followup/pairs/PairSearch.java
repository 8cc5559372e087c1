package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.search.Hit;
import fr.mentoratdurgence.platform.search.Searched;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What this service lets the team find: pairs, those that are over too. It knows no names, their owners say them. */
@Component
class PairSearch implements Searched {

    private final PairBoard board;
    private final Texts texts;

    PairSearch(PairBoard board, Texts texts) {
        this.board = board;
        this.texts = texts;
    }

    @Override
    public List<Hit> find(Person person, String typed, Set<String> others) {
        return board.search(person, typed, others, MOST + 1).stream()
                .map(this::hit)
                .toList();
    }

    private Hit hit(PairRow pair) {
        return new Hit(
                pair.pair(),
                PairNames.of(pair, texts),
                texts.word("suivi.binome.statut", pair.status()),
                pair.live() ? "ok" : "neutral",
                texts.of(
                        "recherche.binome",
                        texts.word("niveau.court", pair.terms().levelBand()),
                        pair.terms().seat(),
                        pair.terms().departement()),
                "/suivi/binomes/" + pair.pair(),
                List.of());
    }
}
