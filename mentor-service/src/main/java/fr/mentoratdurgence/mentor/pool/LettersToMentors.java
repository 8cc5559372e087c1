package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.onboarding.References;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.letters.LettersOfTheTeam;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Letters to the mentors of a territory. */
@Component
class LettersToMentors implements LettersOfTheTeam {
    private final IdentityBook identities;
    private final MentorCalls calls;

    LettersToMentors(IdentityBook identities, MentorCalls calls) {
        this.identities = identities;
        this.calls = calls;
    }

    @Override
    public String people(Person person) {
        String all = "select m.mentor from mentor_row m";
        return person.territory().contains("*") ? all : all + " where m.departement = any(cast(:territory as text[]))";
    }

    @Override
    public Map<String, Addressee> named(Person person, Collection<String> people) {
        Map<String, Identity> known = identities.all(people.stream().toList());
        return people.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        mentor -> new Addressee(
                                calls.name(known.get(mentor)), References.of(mentor), "/mentors/" + mentor)));
    }
}
