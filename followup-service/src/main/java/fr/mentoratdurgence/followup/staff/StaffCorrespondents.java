package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.accounts.Accounts;
import fr.mentoratdurgence.platform.accounts.LoginHolders;
import fr.mentoratdurgence.platform.letters.Content;
import fr.mentoratdurgence.platform.letters.Correspondent;
import fr.mentoratdurgence.platform.letters.Correspondents;
import fr.mentoratdurgence.platform.letters.LetterKind;
import fr.mentoratdurgence.platform.links.Links;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens an address of the team for the moment of sending, and fills the letter. */
final class StaffCorrespondents implements Correspondents, LoginHolders {
    private static final String LOGIN = "/oauth2/authorization/keycloak";

    private final StaffBook book;
    private final StaffBoard board;
    private final Accounts accounts;
    private final Links links;

    StaffCorrespondents(StaffBook book, StaffBoard board, Accounts accounts, Links links) {
        this.book = book;
        this.board = board;
        this.accounts = accounts;
        this.links = links;
    }

    @Override
    public List<? extends LetterKind> kinds() {
        return List.of(StaffLetter.values());
    }

    @Override
    public Optional<Correspondent> find(String person) {
        return book.find(person)
                .map(colleague -> new Correspondent(
                        colleague.firstName(), colleague.email(), colleague.phone(), false, OperationZone.PARIS));
    }

    @Override
    public Optional<Content> content(LetterKind kind, String person, Map<String, String> parameters) {
        return board.find(person)
                .flatMap(row -> Optional.ofNullable(row.account()))
                .map(account -> new Content(
                        Map.of("identifiant", accounts.username(account, person)),
                        switch (StaffLetter.valueOf(kind.name())) {
                            case ACCOUNT_INVITATION -> links.mint(StaffLink.ACCOUNT_ACCESS, person, account);
                            case LOGIN_REMINDER -> LOGIN;
                        }));
    }

    @Override
    public List<String> at(String email) {
        return board.here().stream()
                .filter(row -> row.account() != null)
                .map(StaffRow::staff)
                .filter(staff -> book.find(staff)
                        .filter(colleague -> colleague.email().equals(email))
                        .isPresent())
                .toList();
    }

    @Override
    public LetterKind reminder() {
        return StaffLetter.LOGIN_REMINDER;
    }
}
