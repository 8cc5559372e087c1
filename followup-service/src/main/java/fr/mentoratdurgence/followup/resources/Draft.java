package fr.mentoratdurgence.followup.resources;

import java.util.List;

/** A resource as somebody typed it, or as a row of a file says it; all of it may be wrong. */
record Draft(
        String code,
        String title,
        String kind,
        String address,
        String source,
        String licence,
        String minutes,
        List<String> levels,
        List<String> supports,
        List<String> sides,
        String airsOn,
        String airsFrom,
        String airsUntil) {}
