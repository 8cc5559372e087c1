package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.jobs.Jobs;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The library for programs: a file comes in, and the operator's look at addresses is told. */
@RestController
@RequestMapping("/api/followup/v1")
class LibraryApi {
    private final LibraryBook book;
    private final LibraryActs library;
    private final Jobs jobs;

    LibraryApi(LibraryBook book, LibraryActs library, Jobs jobs) {
        this.book = book;
        this.library = library;
        this.jobs = jobs;
    }

    /** An address to look at. */
    record Address(String resource, String address) {}

    /** Whether it answered. */
    record Look(
            @Nullable String resource,
            @Nullable String address,
            @Nullable Boolean answers) {}

    /** What was looked at. */
    record Looks(@Nullable List<Look> looks) {}

    /** How many of them were noted; the others have another address by now. */
    record Noted(int noted) {}

    @PostMapping(
            path = "/resources/import",
            consumes = {"text/csv", "text/plain", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    ResponseEntity<Object> importFile(
            @RequestBody(required = false) byte @Nullable [] bytes,
            @RequestParam(defaultValue = "false") boolean trial,
            Person person,
            CommandContext context) {
        byte[] file = bytes == null ? new byte[0] : bytes;
        return jobs.answer(
                jobs.ask(LibraryFile.Work.of(trial), new LibraryFile.Asked(trial), file, person, context),
                person,
                HttpStatus.OK);
    }

    @GetMapping("/ops/resource-addresses")
    List<Address> addresses() {
        return book.all().stream()
                .filter(item -> item.withdrawnOn() == null)
                .map(item -> new Address(item.resource(), item.is().address()))
                .toList();
    }

    @PostMapping("/ops/resource-addresses")
    Noted looked(@RequestBody Looks looks) {
        return new Noted((int) Objects.requireNonNullElse(looks.looks(), List.<Look>of()).stream()
                .filter(look -> look.resource() != null && look.address() != null && look.answers() != null)
                .filter(look -> library.looked(
                        Objects.requireNonNull(look.resource()),
                        Objects.requireNonNull(look.address()),
                        Objects.requireNonNull(look.answers())))
                .count());
    }
}
