package fr.mentoratdurgence.followup.staff;

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

/** For the operator of a new installation: who invites all others. */
@RestController
class FirstCoordinatorApi {
    private final FirstCoordinator first;

    FirstCoordinatorApi(FirstCoordinator first) {
        this.first = first;
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
}
