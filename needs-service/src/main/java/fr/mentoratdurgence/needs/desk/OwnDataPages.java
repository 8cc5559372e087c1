package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.accounts.ContactAccountBoard;
import fr.mentoratdurgence.needs.accounts.ContactAccountBook;
import fr.mentoratdurgence.needs.accounts.ContactAccountRejection;
import fr.mentoratdurgence.needs.accounts.ContactAccountRow;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.ContactBook;
import fr.mentoratdurgence.needs.contacts.ContactBook.Reading;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.letters.Letters.Kept;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is kept of somebody who speaks for a structure, for that person alone: to read, to take along, to correct, to erase. */
@Controller
@RequestMapping("/besoins/mes-donnees")
class OwnDataPages {
    private final ContactAccountBoard board;
    private final ContactAccountBook book;
    private final AccountActs acts;
    private final ContactBook contacts;
    private final Letters letters;

    OwnDataPages(
            ContactAccountBoard board,
            ContactAccountBook book,
            AccountActs acts,
            ContactBook contacts,
            Letters letters) {
        this.contacts = contacts;
        this.letters = letters;
        this.board = board;
        this.book = book;
        this.acts = acts;
    }

    /**
     * All of it.
     *
     * @param needs numbers of the open needs whose contact this is
     * @param readings on which days name and ways to reach were shown, to which role
     * @param letters  what was written to this person about the account
     */
    record OwnData(
            String name,
            String email,
            String phone,
            String structure,
            LocalDate invitedOn,
            @Nullable LocalDate openedOn,
            List<String> needs,
            List<Reading> readings,
            List<Kept> letters) {}

    @GetMapping
    ModelAndView page(Person person) {
        ModelAndView page = new ModelAndView("besoins/mes-donnees");
        row(person)
                .ifPresent(row -> page.addObject("donnees", data(row, person))
                        .addObject(
                                "compte",
                                "/besoins/structures/" + row.structure().replaceFirst("^structure-", "") + "/comptes/"
                                        + row.contact()));
        return page;
    }

    @GetMapping("/fichier")
    ResponseEntity<OwnData> file(Person person) {
        OwnData data = row(person)
                .map(row -> data(row, person))
                .orElseThrow(() -> new Rejection(ContactAccountRejection.CONTACT_UNKNOWN));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("mes-donnees.json")
                                .build()
                                .toString())
                .body(data);
    }

    private Optional<ContactAccountRow> row(Person person) {
        return board.under(person.account());
    }

    private OwnData data(ContactAccountRow row, Person person) {
        Contact known = book.find(row.contact()).orElseThrow(() -> new Rejection(ContactAccountRejection.CONTACT_GONE));
        List<NeedView> needs = acts.needsOf(row, person);
        return new OwnData(
                known.name(),
                known.email(),
                known.phone(),
                row.structure(),
                row.invitedOn(),
                row.openedOn(),
                needs.stream().map(NeedView::reference).toList(),
                Stream.concat(Stream.of(row.contact()), needs.stream().map(NeedView::need))
                        .flatMap(card -> contacts.readings(card).stream())
                        .sorted(Comparator.comparing(Reading::day).reversed())
                        .toList(),
                letters.kept(row.contact()));
    }
}
