package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadOpened;
import java.util.Optional;
import java.util.Set;

/**
 * What one mentor has free, and whether anything may be proposed, for whoever folds stored events: runs, the plan that
 * keeps up, the season under another policy, the choice by hand. Memory and rules are the deciders' own: what bars a
 * mentor there bars here, whatever new kind of it comes.
 */
public final class FreeMentor {
    private MentorProfile profile;
    private MentorLoad.Active load;

    /** A mentor who was activated. */
    public FreeMentor(LoadOpened opened) {
        profile = opened.profile();
        load = evolved(MentorLoadDecider.LOAD.initial(), opened);
    }

    /** One more event of the mentor, in the order of the stream. */
    public void hear(LoadEvent event) {
        load = evolved(load, event);
        if (event instanceof LoadOpened opened) {
            profile = opened.profile();
        }
    }

    private static MentorLoad.Active evolved(MentorLoad before, LoadEvent event) {
        return (MentorLoad.Active) MentorLoadDecider.LOAD.evolve().apply(before, event);
    }

    /** What the mentor offers. */
    public MentorProfile profile() {
        return profile;
    }

    /** Whether the mentor has not left. */
    public boolean active() {
        return !load.closed();
    }

    /** The first rule that bars the mentor from every place. */
    public Optional<ProtectiveRule> barred() {
        return ProtectiveRule.barring(load);
    }

    /** Structures that the mentor is not proposed to. */
    public Set<String> excludedFrom() {
        return load.structures();
    }

    /** Whether anything may be proposed to the mentor. */
    public boolean proposable() {
        return active() && barred().isEmpty();
    }

    /** Pairs that the mentor takes at once. */
    public int capacity() {
        return load.capacity();
    }

    /** Pairs that may still begin. */
    public int free() {
        return Math.max(0, load.capacity() - load.used().size());
    }
}
