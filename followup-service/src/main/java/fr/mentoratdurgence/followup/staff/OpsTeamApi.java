package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.typed.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the operator of a new installation: who invites all others, and whom the login server knew before. */
@RestController
class OpsTeamApi {
    private final FirstCoordinator first;
    private final TeamActs acts;

    OpsTeamApi(FirstCoordinator first, TeamActs acts) {
        this.first = first;
        this.acts = acts;
    }

    /** To whom the letter goes. */
    record Address(@Nullable String email) {}

    /** The place in the team, by its id. */
    record Invited(String staff) {}

    @PostMapping("/api/followup/v1/ops/first-coordinator")
    @ResponseStatus(HttpStatus.CREATED)
    Invited invite(@RequestBody Address to, Person person) {
        EmailAddress address = EmailAddress.read(to.email() == null ? "" : to.email())
                .orElseThrow(() -> new InvalidInput(
                        new Violations().add("email", "equipe.erreur.email").all()));
        return new Invited(first.invite(address, person.actor()));
    }

    /** The name that somebody logs in with. */
    record Known(@Nullable String login) {}

    /**
     * Somebody whom the login server lets in already, such as from a directory: letters reach this person, and colleagues
     * can hand pairs over. It gives nobody a right.
     */
    @PostMapping("/api/followup/v1/ops/team")
    Invited takeIn(@RequestBody Known known, Person person, CommandContext context) {
        String login = known.login() == null ? "" : known.login().strip();
        if (login.isEmpty()) {
            throw new InvalidInput(
                    new Violations().add("login", "equipe.erreur.identifiant").all());
        }
        return new Invited(acts.takeIn(login, person, context));
    }
}
