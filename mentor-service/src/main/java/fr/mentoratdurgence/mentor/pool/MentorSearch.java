package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.search.Hit;
import fr.mentoratdurgence.platform.search.PeopleIndex;
import fr.mentoratdurgence.platform.search.Searched;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What this service lets the team find: mentors whom its lists show, those who left too. */
@Component
class MentorSearch implements Searched {
    /** The number as people say it, or its beginning. */
    private static final Pattern NUMBER = Pattern.compile("\\s*[mM][\\s-]*([0-9a-fA-F]{4,8})\\s*");

    private static final Map<MentorStatus, String> TONES =
            Map.of(MentorStatus.APPLIED, "info", MentorStatus.ACTIVE, "ok");

    private final MentorBoard mentors;
    private final IdentityBook identities;
    private final PeopleIndex people;
    private final Texts texts;

    MentorSearch(MentorBoard mentors, IdentityBook identities, PeopleIndex people, Texts texts) {
        this.mentors = mentors;
        this.identities = identities;
        this.people = people;
        this.texts = texts;
    }

    @Override
    public List<Hit> find(Person person, String typed, Set<String> others) {
        Matcher number = NUMBER.matcher(typed);
        List<MentorRow> found = mentors.search(
                person,
                number.matches() ? "mentor-" + number.group(1).toLowerCase(Locale.ROOT) + "%" : "",
                people.query(typed),
                MOST + 1);
        Map<String, Identity> names =
                identities.all(found.stream().map(MentorRow::mentor).toList());
        return found.stream().map(row -> hit(row, names)).toList();
    }

    private Hit hit(MentorRow row, Map<String, Identity> names) {
        Identity who = names.get(row.mentor());
        return new Hit(
                row.mentor(),
                Hit.Name.known(who == null ? row.reference() : who.firstName() + " " + who.lastName()),
                texts.word("statut", row.status()),
                row.status().known() == null
                        ? "neutral"
                        : TONES.getOrDefault(row.status().known(), "neutral"),
                texts.of("recherche.mentor", row.reference(), row.departement()),
                "/mentors/" + row.mentor(),
                List.of(new Hit.Link(texts.of("recherche.binomes"), "/suivi/binomes?mentor=" + row.mentor())));
    }
}
