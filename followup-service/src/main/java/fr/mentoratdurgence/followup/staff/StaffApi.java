package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.Person;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Erasure of a staff member's name: by that person, by the coordination or by operations. */
@RestController
class StaffApi {
    private final StaffNames names;

    StaffApi(StaffNames names) {
        this.names = names;
    }

    @DeleteMapping("/api/followup/v1/staff/{account}")
    ResponseEntity<Void> erase(Person person, @PathVariable String account) {
        if (!person.account().equals(account) && !person.has("coordinator") && !person.has("ops")) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        names.erase(account);
        return ResponseEntity.noContent().build();
    }
}
