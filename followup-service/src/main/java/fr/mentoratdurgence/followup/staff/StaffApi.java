package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.OwnData.Own;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.lists.SavedViews;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is kept of somebody of the team: read by that person, erased also by the coordination or by operations. */
@RestController
class StaffApi {
    private final StaffNames names;
    private final ReachBook reaches;
    private final OwnData own;
    private final SavedViews views;

    StaffApi(StaffNames names, ReachBook reaches, OwnData own, SavedViews views) {
        this.names = names;
        this.reaches = reaches;
        this.own = own;
        this.views = views;
    }

    @GetMapping("/api/followup/v1/staff/me")
    ResponseEntity<Own> me(Person person) {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(own.of(person));
    }

    @DeleteMapping("/api/followup/v1/staff/{account}")
    ResponseEntity<Void> erase(Person person, @PathVariable String account) {
        if (!person.account().equals(account) && !person.has("coordinator") && !person.has("ops")) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        names.erase(account);
        reaches.erase(account);
        views.forget(account);
        return ResponseEntity.noContent().build();
    }
}
