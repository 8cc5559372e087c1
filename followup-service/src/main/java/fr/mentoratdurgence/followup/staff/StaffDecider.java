package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.StaffCommand.Confirm;
import fr.mentoratdurgence.followup.staff.StaffCommand.Invite;
import fr.mentoratdurgence.followup.staff.StaffCommand.Leave;
import fr.mentoratdurgence.followup.staff.StaffCommand.OpenAccount;
import fr.mentoratdurgence.followup.staff.StaffCommand.RenewPassword;
import fr.mentoratdurgence.followup.staff.StaffDecider.Place.Gone;
import fr.mentoratdurgence.followup.staff.StaffDecider.Place.Known;
import fr.mentoratdurgence.followup.staff.StaffDecider.Place.Nobody;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffAccountOpened;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffConfirmed;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffInvited;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffLeft;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffPasswordRenewed;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a place in the team. Pure: no clock, no database, no framework. */
final class StaffDecider {
    static final Decider<StaffCommand, Place, StaffEvent> STAFF =
            new Decider<>("Staff", new Nobody(), StaffDecider::decide, StaffDecider::evolve);

    /** Where somebody stands. */
    sealed interface Place {
        record Nobody() implements Place {}

        record Known(
                String invitedBy,
                boolean confirmed,
                @Nullable String account) implements Place {}

        record Gone() implements Place {}
    }

    private StaffDecider() {}

    private static List<StaffEvent> decide(StaffCommand command, Place place) {
        if (command instanceof Invite c) {
            if (!(place instanceof Nobody)) {
                throw new Rejection(StaffRejection.STAFF_KNOWN);
            }
            return List.of(new StaffInvited(c.staff(), c.role(), c.territories(), c.by(), c.today()));
        }
        Known known = switch (place) {
            case Known there -> there;
            case Nobody _ -> throw new Rejection(StaffRejection.STAFF_UNKNOWN);
            case Gone _ -> throw new Rejection(StaffRejection.STAFF_GONE);
        };
        return switch (command) {
            case Invite _ -> List.of();
            case Confirm c -> {
                refuse(known.confirmed(), StaffRejection.CONFIRMED_ALREADY);
                refuse(known.invitedBy().equals(c.by()), StaffRejection.ANOTHER_CONFIRMS);
                yield List.of(new StaffConfirmed(c.staff(), c.by(), c.today()));
            }
            case OpenAccount c -> {
                refuse(!known.confirmed(), StaffRejection.CONFIRM_FIRST);
                refuse(known.account() != null, StaffRejection.STAFF_HAS_ACCOUNT);
                yield List.of(new StaffAccountOpened(c.staff(), c.account(), c.today()));
            }
            case RenewPassword c -> {
                refuse(known.account() == null, StaffRejection.STAFF_HAS_NO_ACCOUNT);
                yield List.of(new StaffPasswordRenewed(c.staff(), c.today()));
            }
            case Leave c -> {
                refuse(c.by().equals(known.account()), StaffRejection.NOT_ONESELF);
                yield List.of(new StaffLeft(c.staff(), c.today()));
            }
        };
    }

    private static void refuse(boolean broken, StaffRejection rule) {
        if (broken) {
            throw new Rejection(rule);
        }
    }

    private static Place evolve(Place place, StaffEvent event) {
        return switch (event) {
            case StaffInvited e -> new Known(e.invitedBy(), !e.role().confirmed(), null);
            case StaffConfirmed _ ->
                place instanceof Known known ? new Known(known.invitedBy(), true, known.account()) : place;
            case StaffAccountOpened e ->
                place instanceof Known known ? new Known(known.invitedBy(), known.confirmed(), e.account()) : place;
            case StaffPasswordRenewed _ -> place;
            case StaffLeft _ -> new Gone();
        };
    }
}
