package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.accounts.ContactAccountBoard;
import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.letters.LettersOfTheTeam;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Letters to the contacts of a territory: about a need, or about their own access. Nobody is named but the structure. */
@Component
class LettersToContacts implements LettersOfTheTeam {
    private static final String STRUCTURE = "structure-";

    private final NeedBoard board;
    private final ContactAccountBoard accounts;
    private final NeedActs acts;
    private final NeedWords words;
    private final Texts texts;

    LettersToContacts(NeedBoard board, ContactAccountBoard accounts, NeedActs acts, NeedWords words, Texts texts) {
        this.board = board;
        this.accounts = accounts;
        this.acts = acts;
        this.words = words;
        this.texts = texts;
    }

    @Override
    public String people(Person person) {
        String there = person.territory().contains("*") ? "" : " where t.departement = any(cast(:territory as text[]))";
        return "select t.need from need t" + there
                + " union all select c.contact from contact_account c join structure t on t.structure = c.structure"
                + there;
    }

    @Override
    public Map<String, Addressee> named(Person person, Collection<String> people) {
        Map<String, Addressee> known = new HashMap<>();
        board.among(List.copyOf(people), person)
                .forEach(need -> known.put(
                        need.need(),
                        new Addressee(
                                words.item(need, acts.today()).title(), need.reference(), "/besoins/" + need.need())));
        people.stream()
                .filter(one -> !known.containsKey(one))
                .forEach(contact -> accounts.find(contact).ifPresent(row -> {
                    String uai = row.structure().replaceFirst("^" + STRUCTURE, "");
                    known.put(
                            contact,
                            new Addressee(
                                    texts.of("courrier.contact", uai), uai, "/besoins/structures/" + uai + "/comptes"));
                }));
        return known;
    }
}
