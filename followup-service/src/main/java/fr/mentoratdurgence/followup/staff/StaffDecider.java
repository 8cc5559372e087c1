package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.StaffCommand.AgreeToChange;
import fr.mentoratdurgence.followup.staff.StaffCommand.Confirm;
import fr.mentoratdurgence.followup.staff.StaffCommand.Correct;
import fr.mentoratdurgence.followup.staff.StaffCommand.Invite;
import fr.mentoratdurgence.followup.staff.StaffCommand.Leave;
import fr.mentoratdurgence.followup.staff.StaffCommand.OpenAccount;
import fr.mentoratdurgence.followup.staff.StaffCommand.RenewPassword;
import fr.mentoratdurgence.followup.staff.StaffCommand.TakeIn;
import fr.mentoratdurgence.followup.staff.StaffDecider.Place.Asked;
import fr.mentoratdurgence.followup.staff.StaffDecider.Place.Gone;
import fr.mentoratdurgence.followup.staff.StaffDecider.Place.Known;
import fr.mentoratdurgence.followup.staff.StaffDecider.Place.Nobody;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffAccountOpened;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffChangeAsked;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffChanged;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffConfirmed;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffCorrected;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffInvited;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffLeft;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffPasswordRenewed;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a place in the team. Pure: no clock, no database, no framework. */
final class StaffDecider {
    static final Decider<StaffCommand, Place, StaffEvent> STAFF =
            new Decider<>("Staff", new Nobody(), StaffDecider::decide, StaffDecider::evolve);

    /** Who agreed to the role of somebody whom the realm knew before this platform did. */
    private static final String LOGIN_SERVER = "login-server";

    /** Where somebody stands. */
    sealed interface Place {
        record Nobody() implements Place {}

        record Known(
                String invitedBy,
                boolean confirmed,
                @Nullable String account,
                StaffRole role,
                List<String> territories,
                @Nullable Asked asked)
                implements Place {

            Known confirmedNow() {
                return new Known(invitedBy, true, account, role, territories, asked);
            }

            Known with(String opened) {
                return new Known(invitedBy, confirmed, opened, role, territories, asked);
            }

            Known asking(Asked change) {
                return new Known(invitedBy, confirmed, account, role, territories, change);
            }

            Known as(StaffRole now, List<String> where) {
                return new Known(invitedBy, confirmed, account, now, where, null);
            }

            boolean is(StaffRole other, List<String> elsewhere) {
                return role == other && territories.equals(elsewhere);
            }
        }

        /** What waits for a second coordinator. */
        record Asked(StaffRole role, List<String> territories, String by) {}

        record Gone() implements Place {}
    }

    private StaffDecider() {}

    private static List<StaffEvent> decide(StaffCommand command, Place place) {
        if (command instanceof TakeIn c) {
            return takeIn(c, place);
        }
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
            case Invite _, TakeIn _ -> List.of();
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
            case Correct c -> correct(known, c);
            case AgreeToChange c -> {
                Asked asked = known.asked();
                if (asked == null) {
                    throw new Rejection(StaffRejection.NO_CHANGE_ASKED);
                }
                refuse(asked.by().equals(c.by()), StaffRejection.ANOTHER_AGREES);
                refuse(c.by().equals(known.account()), StaffRejection.NOT_ONESELF);
                yield List.of(new StaffChanged(c.staff(), asked.role(), asked.territories(), c.by(), c.today()));
            }
            case Leave c -> {
                refuse(c.by().equals(known.account()), StaffRejection.NOT_ONESELF);
                yield List.of(new StaffLeft(c.staff(), c.today()));
            }
        };
    }

    /** The login server has given the role: there is nothing left to agree to. */
    private static List<StaffEvent> takeIn(TakeIn c, Place place) {
        refuse(!(place instanceof Nobody), StaffRejection.STAFF_KNOWN);
        List<StaffEvent> events = new ArrayList<>();
        events.add(new StaffInvited(c.staff(), c.role(), c.territories(), c.by(), c.today()));
        if (c.role().confirmed()) {
            events.add(new StaffConfirmed(c.staff(), LOGIN_SERVER, c.today()));
        }
        events.add(new StaffAccountOpened(c.staff(), c.account(), c.today()));
        return events;
    }

    /**
     * Whoever can read everything becomes so with two coordinators' yes, and keeps an address that no single colleague can
     * turn to another mailbox.
     */
    private static List<StaffEvent> correct(Known known, Correct c) {
        boolean moves = !known.is(c.role(), c.territories());
        boolean oneself = c.by().equals(known.account());
        refuse(moves && oneself, StaffRejection.NOT_ONESELF);
        refuse(moves && !known.confirmed(), StaffRejection.CONFIRM_FIRST);
        refuse(
                c.address() && known.account() != null && known.role().confirmed() && !oneself,
                StaffRejection.ADDRESS_BY_ONESELF);
        List<StaffEvent> events = new ArrayList<>();
        if (c.named()) {
            events.add(new StaffCorrected(c.staff(), c.address(), c.today()));
        }
        Asked asked = known.asked();
        if (moves && c.role().confirmed()) {
            if (asked == null
                    || asked.role() != c.role()
                    || !asked.territories().equals(c.territories())) {
                events.add(new StaffChangeAsked(c.staff(), c.role(), c.territories(), c.by(), c.today()));
            }
        } else if (moves || (asked != null && !oneself)) {
            events.add(new StaffChanged(c.staff(), c.role(), c.territories(), c.by(), c.today()));
        }
        return events;
    }

    private static void refuse(boolean broken, StaffRejection rule) {
        if (broken) {
            throw new Rejection(rule);
        }
    }

    private static Place evolve(Place place, StaffEvent event) {
        return switch (event) {
            case StaffInvited e ->
                new Known(e.invitedBy(), !e.role().confirmed(), null, e.role(), e.territories(), null);
            case StaffConfirmed _ -> place instanceof Known known ? known.confirmedNow() : place;
            case StaffAccountOpened e -> place instanceof Known known ? known.with(e.account()) : place;
            case StaffPasswordRenewed _, StaffCorrected _ -> place;
            case StaffChangeAsked e ->
                place instanceof Known known ? known.asking(new Asked(e.role(), e.territories(), e.askedBy())) : place;
            case StaffChanged e -> place instanceof Known known ? known.as(e.role(), e.territories()) : place;
            case StaffLeft _ -> new Gone();
        };
    }
}
