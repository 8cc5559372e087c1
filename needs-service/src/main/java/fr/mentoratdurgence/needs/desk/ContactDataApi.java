package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.ContactBook.Reading;
import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.needs.contacts.NoteBook;
import fr.mentoratdurgence.needs.directory.StructureNames;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.letters.Letters.Kept;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** All that is kept of the contact of a need, to take along: by an account, or by the link of a letter. */
@RestController
class ContactDataApi {
    private final NeedActs acts;
    private final NoteBook notes;

    ContactDataApi(NeedActs acts, NoteBook notes) {
        this.acts = acts;
        this.notes = notes;
    }

    /**
     * @param contact  null where it was erased
     * @param unlisted what the contact calls a structure that nobody knows yet
     */
    record Own(
            String need,
            LocalDate declaredOn,
            @Nullable Contact contact,
            @Nullable StructureNames unlisted,
            @Nullable String note,
            List<HalfDay> callTimes,
            List<Reading> readings,
            List<Kept> letters) {}

    @GetMapping("/besoins/{need}/contact/donnees")
    ResponseEntity<Own> data(@PathVariable String need, Person person) {
        NeedView view = acts.find(need, person);
        Contact contact = acts.contact(need, person).orElse(null);
        Own own = new Own(
                view.reference(),
                view.declaredOn(),
                contact,
                acts.unlistedName(need, person).orElse(null),
                notes.find(need).orElse(null),
                view.callTimes(),
                acts.readings(need, person),
                acts.letters().kept(need));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mes-donnees-besoin.json\"")
                .body(own);
    }
}
