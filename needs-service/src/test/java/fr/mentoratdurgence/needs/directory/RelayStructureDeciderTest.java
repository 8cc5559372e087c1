package fr.mentoratdurgence.needs.directory;

import static fr.mentoratdurgence.needs.directory.RelayStructureRejection.UNKNOWN_STRUCTURE;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.RecordDirectoryEntry;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.RecordPriority;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.RegisterFromForm;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.VerifyStructure;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.PriorityStatusRecorded;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.Source;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.StructureRegistered;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.StructureVerified;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelayStructureDeciderTest {
    private static final Uai UAI = new Uai("0940176F");
    private static final String ID = "structure-0940176F";
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 16);
    private static final LocalDate APRIL = LocalDate.of(2020, 4, 16);

    private final DeciderFixture<RelayStructureCommand, RelayStructure, RelayStructureEvent> structure =
            new DeciderFixture<>(RelayStructureDecider.DECIDER);

    @Test
    void the_directory_registers_and_verifies_a_school_with_its_status_and_date() {
        structure.given().when(entry(PriorityAudience.REP, MARCH)).then(registered(), rep(MARCH), verified());
    }

    @Test
    void nothing_is_stated_about_a_school_outside_priority_education() {
        structure.given().when(entry(PriorityAudience.NONE, MARCH)).then(registered(), verified());
        structure.given().when(entry(null, MARCH)).then(registered(), verified());
    }

    @Test
    void the_same_entry_again_changes_nothing() {
        structure
                .given(registered(), rep(MARCH), verified())
                .when(entry(PriorityAudience.REP, APRIL))
                .thenNothing();
    }

    @Test
    void a_changed_status_is_a_new_fact() {
        structure
                .given(registered(), rep(MARCH), verified())
                .when(entry(PriorityAudience.REP_PLUS, APRIL))
                .then(new PriorityStatusRecorded(ID, PriorityAudience.REP_PLUS, Source.DIRECTORY, APRIL));
        structure
                .given(registered(), rep(MARCH), verified())
                .when(entry(PriorityAudience.NONE, APRIL))
                .then(new PriorityStatusRecorded(ID, PriorityAudience.NONE, Source.DIRECTORY, APRIL));
    }

    @Test
    void the_list_of_priority_education_says_what_the_directory_did_not() {
        structure
                .given(registered(), verified())
                .when(new RecordPriority(PriorityAudience.REP_PLUS, APRIL))
                .then(new PriorityStatusRecorded(ID, PriorityAudience.REP_PLUS, Source.PRIORITY_LIST, APRIL));
        structure
                .given(registered(), rep(MARCH), verified())
                .when(new RecordPriority(PriorityAudience.REP, APRIL))
                .thenNothing();
        structure
                .given(registered(), rep(APRIL), verified())
                .when(new RecordPriority(PriorityAudience.NONE, MARCH))
                .thenNothing();
        structure.given().when(new RecordPriority(PriorityAudience.REP, APRIL)).thenRejected(UNKNOWN_STRUCTURE);
    }

    @Test
    void an_older_file_does_not_overrule_a_newer_one() {
        structure
                .given(registered(), rep(APRIL), verified())
                .when(entry(PriorityAudience.NONE, MARCH))
                .thenNothing();
    }

    @Test
    void a_file_that_is_silent_about_priority_education_takes_nothing_away() {
        structure
                .given(registered(), rep(MARCH), verified())
                .when(entry(null, APRIL))
                .thenNothing();
    }

    @Test
    void a_form_registers_an_unlisted_structure_without_verifying_it() {
        structure.given().when(new RegisterFromForm(UAI, "94", "24")).then(byForm());
        structure.given(byForm()).when(new RegisterFromForm(UAI, "94", "24")).thenNothing();
    }

    @Test
    void the_directory_completes_what_a_form_said() {
        structure.given(byForm()).when(entry(null, MARCH)).then(registered(), verified());
    }

    @Test
    void a_referent_verifies_once() {
        structure.given(byForm()).when(new VerifyStructure()).then(new StructureVerified(ID, Source.REFERENT));
        structure.given(registered(), verified()).when(new VerifyStructure()).thenNothing();
        structure.given().when(new VerifyStructure()).thenRejected(UNKNOWN_STRUCTURE);
    }

    private static RecordDirectoryEntry entry(@Nullable PriorityAudience status, LocalDate statedOn) {
        return new RecordDirectoryEntry(UAI, StructureKind.SCHOOL, "94", "24", "94034", status, statedOn, false);
    }

    private static StructureRegistered registered() {
        return new StructureRegistered(ID, UAI.code(), StructureKind.SCHOOL, "94", "24", "94034", Source.DIRECTORY);
    }

    private static StructureRegistered byForm() {
        return new StructureRegistered(ID, UAI.code(), StructureKind.OTHER, "94", "24", "0", Source.FORM);
    }

    private static PriorityStatusRecorded rep(LocalDate statedOn) {
        return new PriorityStatusRecorded(ID, PriorityAudience.REP, Source.DIRECTORY, statedOn);
    }

    private static StructureVerified verified() {
        return new StructureVerified(ID, Source.DIRECTORY);
    }
}
