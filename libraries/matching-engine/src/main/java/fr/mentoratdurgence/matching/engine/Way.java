package fr.mentoratdurgence.matching.engine;

/** A search through the network from a condition that a change has broken, in one direction or the other. */
abstract class Way {
    final Network net;
    final LineNodes lines;
    final MentorNodes mentors;
    final ClassNodes classes;
    final Flows flows;
    final Labels labels;

    Way(Network net, Labels labels) {
        this.net = net;
        this.labels = labels;
        lines = net.lines;
        mentors = net.mentors;
        classes = net.classes;
        flows = net.flows;
    }
}
