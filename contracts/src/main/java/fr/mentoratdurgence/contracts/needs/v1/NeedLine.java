package fr.mentoratdurgence.contracts.needs.v1;

import java.util.List;

/**
 * One line of a need: so many places of one profile (FR: ligne de profil).
 *
 * @param line number of the line, 1 to n
 * @param levelBand CP_CE2, CM1_CM2, COLLEGE_6_5, COLLEGE_4_3, LYCEE_GT or LYCEE_PRO
 * @param count places asked for, 1 to 500
 * @param supports HOMEWORK, METHOD, CULTURE, LISTENING, ORIENTATION
 * @param subjects MATHS, FRENCH, …; empty = no subject in particular
 * @param channels VIDEO, PHONE, MESSAGING
 * @param slots when it is possible each week; empty = any time
 * @param familyLink a family in close contact is assured (primary school)
 */
public record NeedLine(
        int line,
        String levelBand,
        int count,
        List<String> supports,
        List<String> subjects,
        List<String> channels,
        List<WeeklySlot> slots,
        boolean familyLink) {}
