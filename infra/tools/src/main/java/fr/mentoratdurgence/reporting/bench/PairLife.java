package fr.mentoratdurgence.reporting.bench;

import static fr.mentoratdurgence.reporting.bench.Dice.DAY;

import fr.mentoratdurgence.reporting.bench.Teller.Need;
import fr.mentoratdurgence.reporting.bench.Teller.Pair;
import fr.mentoratdurgence.reporting.bench.Teller.Place;
import fr.mentoratdurgence.reporting.bench.Teller.Proposal;
import fr.mentoratdurgence.reporting.ledger.Moments;

/** A pair in its weeks: opened, met, told of, ended, gone on with an association. */
record PairLife(Stage stage) {
    static final String[] ASSOCIATIONS = {"AFEV", "PROXITE", "NQT", "SOCRATE", "", "", ""};

    private static final String[] REASONS = {
        "NO_CONTACT_YOUTH", "MENTOR_NO_TIME", "SCHEDULE", "TECHNICAL_OR_EQUIPMENT", "RETURN_TO_SCHOOL", "RELATIONSHIP"
    };
    private static final String[] SIDES = {"MENTOR", "YOUTH", "STRUCTURE", "OPERATION"};
    private static final String[] CHANNELS = {"VIDEO", "VIDEO", "VIDEO", "PHONE", "MESSAGING"};
    private static final int AFTER_THE_END = 1_000;

    EventBody terms(Proposal proposal) {
        Need need = proposal.place.need();
        return stage.body
                .inside("terms", "need", need.id)
                .number("line", proposal.place.line())
                .number("seat", proposal.place.seat())
                .field("mentor", proposal.mentor)
                .field("structure", need.structure)
                .field("referent", need.referent)
                .field("departement", need.departement)
                .field("academie", "24")
                .field("levelBand", need.bands[proposal.place.line() - 1])
                .field("priorityAudience", need.audience)
                .field("needDeclaredOn", need.declaredOn)
                .outside();
    }

    void act(Pair pair) {
        String day = stage.dice.day(pair.next);
        stage.body.open("pair", pair.id);
        if (pair.step >= AFTER_THE_END) {
            goOn(pair, day);
            return;
        }
        if (pair.step == 0) {
            stage.body.field("proposal", pair.proposal.id);
            terms(pair.proposal)
                    .field("openedOn", day)
                    .field(
                            "firstContactDueAt",
                            Moments.instant(pair.next + 2 * DAY).toString());
            told(pair, "pair-opened");
            stage.again(pair, stage.dice.chance(85) ? DAY : 3 * DAY);
        } else if (pair.step == 1 && pair.sequence == 1 && stage.dice.chance(12)) {
            stage.body.field("dueAt", Moments.instant(pair.next).toString());
            told(pair, "first-contact-overdue");
            pair.step = 1;
            stage.again(pair, DAY);
            return;
        } else if (pair.step == 1) {
            stage.body.field("side", "MENTOR").field("contactedOn", day);
            told(pair, "first-contact-confirmed");
            stage.again(pair, 2 * DAY);
        } else if (pair.step >= 2 + pair.weeks || stage.dice.chance(2)) {
            end(pair, day);
            return;
        } else {
            session(pair, day);
        }
        pair.step++;
    }

    private void session(Pair pair, String today) {
        stage.body.field("session", "session-" + stage.dice.uuid()).field("side", "MENTOR");
        // some are told days later
        String day =
                stage.dice.chance(10) ? stage.dice.day(pair.next - stage.dice.random.nextLong(DAY, 9 * DAY)) : today;
        if (stage.dice.chance(88)) {
            stage.body
                    .number("minutes", 30 + 5 * stage.dice.random.nextInt(19))
                    .field("channel", stage.dice.one(CHANNELS))
                    .field("heldOn", day);
            told(pair, "session-held");
        } else {
            stage.body
                    .field("missedBy", stage.dice.one(SIDES))
                    .flag("excused", stage.dice.chance(50))
                    .field("plannedOn", day);
            told(pair, "session-missed");
        }
        stage.again(pair, 6 * DAY);
    }

    private void end(Pair pair, String day) {
        Place place = pair.proposal.place;
        stage.body
                .field("need", place.need().id)
                .number("line", place.line())
                .number("seat", place.seat())
                .field("mentor", pair.proposal.mentor);
        if (pair.step < 2 + pair.weeks) {
            stage.body
                    .field("side", stage.dice.one(SIDES))
                    .field("reason", stage.dice.one(REASONS))
                    .field("interruptedOn", day);
            told(pair, "pair-interrupted");
            stage.waiting.add(place);
        } else {
            stage.body.flag("planned", stage.dice.chance(90)).field("closedOn", day);
            told(pair, "pair-closed");
            if (stage.dice.chance(40)) {
                pair.step = AFTER_THE_END;
                stage.again(pair, 4 * DAY);
            }
        }
        stage.free.add(pair.proposal.mentor);
        stage.match(pair.next);
    }

    private void goOn(Pair pair, String day) {
        stage.body.field("association", ASSOCIATIONS[Math.floorMod(pair.id.hashCode(), 4)]);
        if (pair.step++ == AFTER_THE_END) {
            stage.body.field("proposedOn", day);
            told(pair, "continuation-proposed");
            stage.again(pair, 7 * DAY);
        } else if (stage.dice.chance(75)) {
            stage.body.field("side", "STRUCTURE").field("agreedOn", day);
            told(pair, "continuation-agreed");
        } else {
            stage.body.field("side", "YOUTH").field("declinedOn", day);
            told(pair, "continuation-declined");
        }
    }

    private void told(Pair pair, String name) {
        stage.tell("followup", name, pair.id, pair.sequence++, pair.next);
    }
}
