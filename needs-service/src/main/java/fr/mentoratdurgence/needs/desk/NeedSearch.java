package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.desk.NeedWords.Item;
import fr.mentoratdurgence.needs.directory.StructureDirectory;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.search.Hit;
import fr.mentoratdurgence.platform.search.PeopleIndex;
import fr.mentoratdurgence.platform.search.Searched;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What this service lets the team find: needs and structures of its territory, by number, UAI, name or contact. */
@Component
class NeedSearch implements Searched {
    private static final int STRUCTURES = 6;

    private final NeedBoard needs;
    private final StructureDirectory structures;
    private final PeopleIndex people;
    private final NeedWords words;
    private final Texts texts;
    private final OperationDay day;

    NeedSearch(
            NeedBoard needs,
            StructureDirectory structures,
            PeopleIndex people,
            NeedWords words,
            Texts texts,
            OperationDay day) {
        this.needs = needs;
        this.structures = structures;
        this.people = people;
        this.words = words;
        this.texts = texts;
        this.day = day;
    }

    @Override
    public List<Hit> find(Person person, String typed, Set<String> others) {
        PeopleIndex.Query query = people.query(typed);
        return Stream.concat(
                        needs.search(person, typed, query, MOST - STRUCTURES + 1).stream()
                                .map(this::need),
                        structures.search(person, typed, query, STRUCTURES).stream()
                                .map(this::structure))
                .toList();
    }

    private Hit need(NeedView need) {
        Item item = words.item(need, day.today());
        return new Hit(
                need.need(),
                Hit.Name.known(item.title()),
                item.progress(),
                item.tone(),
                texts.of("recherche.besoin", item.details(), need.reference()),
                "/besoins/" + need.need(),
                List.of(new Hit.Link(texts.of("recherche.binomes"), "/suivi/binomes?besoin=" + need.need())));
    }

    private Hit structure(StructureDirectory.Entry structure) {
        return new Hit(
                structure.structure(),
                Hit.Name.known(
                        structure.commune().isEmpty()
                                ? structure.name()
                                : texts.of("structure.titre", structure.name(), structure.commune())),
                texts.of("recherche.etablissement"),
                "neutral",
                texts.of("recherche.etablissement.detail", structure.uai(), structure.departement()),
                "/besoins/structures/" + structure.uai(),
                List.of(new Hit.Link(
                        texts.of("recherche.comptes"), "/besoins/structures/" + structure.uai() + "/comptes")));
    }
}
